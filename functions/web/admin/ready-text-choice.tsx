import type { Dossier } from "../../domain/dossier.ts";
import { currentTexts, filledText, type ReadyText, situationOf } from "../../domain/ready-text.ts";
import type { TaskDefinition } from "../../domain/task-definition.ts";
import type { Addresses } from "../http/addresses.ts";
import { readyTexts as texts } from "./ready-texts.nl.ts";

/** Query parameter of the chosen text: its place and its id. */
export const CHOSEN = "text";

/** A text for a field of the page. `place`: the field; empty on a page with one field. */
export type Choosable = { place: string; label: string; text: ReadyText };

/** The texts for a message. */
export const forMessage = (versions: readonly ReadyText[]): Choosable[] =>
  currentTexts(versions)
    .filter(({ situation }) => situation === "message")
    .map((text) => ({ place: "", label: text.title, text }));

/** The texts for the fields of a task. The place of each is `<outcome>.<field>`. */
export function forTask(
  versions: readonly ReadyText[],
  { outcomes, texts: words }: TaskDefinition,
): Choosable[] {
  const current = currentTexts(versions);
  return Object.entries(outcomes).flatMap(([outcome, schema]) =>
    Object.keys(schema.shape).flatMap((field) => {
      const situation = situationOf(field);
      const label = words.nl.outcomes[outcome]?.label ?? words.nl.title;
      return current
        .filter((text) => text.situation === situation)
        .map((text) => ({ place: `${outcome}.${field}`, label: `${text.title} (${label})`, text }));
    }),
  );
}

const valueOf = ({ place, text }: Choosable) => `${place}/${text.id}`;

/** The chosen text, filled in for the dossier. */
export function chosenText(given: string | undefined, choosable: Choosable[], dossier: Dossier) {
  const chosen = choosable.find((one) => valueOf(one) === given);
  return chosen && { place: chosen.place, text: filledText(chosen.text.text, dossier) };
}

/** A form that shows the page again with the chosen text filled in. */
export const ReadyTextChoice = (props: { choosable: Choosable[]; to: string; addresses: Addresses }) =>
  props.choosable.length === 0 ? (
    <></>
  ) : (
    <form method="get" action={props.to} class="told">
      <div class="field">
        <label for="ready-text">{texts.choose}</label>
        <p class="hint" id="ready-text-hint">
          {texts.chooseHint}
        </p>
        <select id="ready-text" name={CHOSEN} aria-describedby="ready-text-hint">
          {props.choosable.map((one) => (
            <option value={valueOf(one)}>{one.label}</option>
          ))}
        </select>
      </div>
      <button class="second">{texts.chooseButton}</button>{" "}
      <a href={props.addresses.at("/admin/texts")}>{texts.manage}</a>
    </form>
  );
