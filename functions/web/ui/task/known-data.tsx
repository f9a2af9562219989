import type { Dossier } from "../../../domain/dossier.ts";
import type { HumanTask } from "../../../domain/human-task.ts";
import type { PersonPart } from "../../../domain/people.ts";
import { channelNames } from "../../../domain/texts.nl.ts";
import { inUseTexts } from "../../../in-use/texts.nl.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import { PeopleList } from "../people/people-pages.tsx";
import { prefixOf } from "./outcome-forms.ts";

const texts = inUseTexts.known;

type Props = {
  task: HumanTask;
  dossier: Dossier;
  /** Address of the page that changes a person. */
  toPerson: (part: PersonPart) => string;
};

/** The data that the yearly question asks to confirm, each with a link to change it. */
export const KnownData = ({ task, dossier, toPerson }: Props) => {
  if (task.kind !== "ConfirmYearly") return <></>;
  const { intake, people } = dossier;
  const facts: [label: string, value: string][] = [
    [texts.purpose, intake?.purpose ?? ""],
    [texts.channels, (intake?.channels ?? []).map((channel) => channelNames[channel]).join(" en ")],
    [texts.processor, intake?.processor ?? texts.none],
  ];
  return (
    <section>
      <h2>{texts.title}</h2>
      <dl class="answers">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd class="as-typed">{value}</dd>
            <dd>
              <a href={`#${prefixOf({ outcome: "changed" })}`}>
                {changePeopleTexts.page.change}
                <span class="visually-hidden">: {label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <PeopleList people={people} of={toPerson} />
    </section>
  );
};
