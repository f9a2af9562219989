import type { Dossier } from "../../domain/dossier.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { type KnownPerson, personsOf } from "../export/persons.ts";
import { logTexts } from "../ui/log.nl.ts";
import { Csrf } from "./guard.tsx";
import { keepingPages } from "./retention-texts.nl.ts";

const texts = keepingPages.section;
type Props = { whole: WholeDossier; session: Session; to: string };

const labelOf = ({ name, email }: KnownPerson) => (email === undefined ? name : `${name} (${email})`);

const Export = ({ session, to }: Omit<Props, "whole">) => (
  <form method="post" action={`${to}/exports`}>
    <h3>{texts.exportTitle}</h3>
    <p id="export-hint">{texts.exportHint}</p>
    <Csrf session={session} />
    <button class="second" aria-describedby="export-hint">
      {texts.exportButton}
    </button>
  </form>
);

/** Exports the data of the dossier about one of these persons. */
export const Copy = ({ persons, session, to }: Omit<Props, "whole"> & { persons: KnownPerson[] }) => (
  <form method="post" action={`${to}/exports`}>
    <Csrf session={session} />
    <div class="field">
      <label for="copy-person">{texts.person}</label>
      <p class="hint" id="copy-hint">
        {texts.copyHint}
      </p>
      <select id="copy-person" name="person" aria-describedby="copy-hint">
        {persons.map((person) => (
          <option value={person.id}>{labelOf(person)}</option>
        ))}
      </select>
    </div>
    <button class="second">{texts.copyButton}</button>
  </form>
);

function keptText({ status, clocks, legalHold }: Dossier): string {
  const end = clocks.retention;
  if (legalHold) return texts.hold(legalHold.by.name, legalHold.at);
  if (status !== "CLOSED" || end === undefined) return texts.open;
  return "retentionNotice" in clocks ? texts.keptUntil(end) : texts.noticeSent(end);
}

const Kept = ({ dossier, to }: { dossier: Dossier; to: string }) => (
  <>
    <h3>{texts.keptTitle}</h3>
    <p>{keptText(dossier)}</p>
    {dossier.legalHold ? <blockquote>{dossier.legalHold.reason}</blockquote> : ""}
    <p>
      {dossier.legalHold ? (
        <a href={`${to}/legal-hold/lift`}>{texts.liftHold}</a>
      ) : (
        <a href={`${to}/legal-hold`}>{texts.setHold}</a>
      )}
    </p>
  </>
);

/** Messages to the applicant, exports and retention. For the LED team only. */
export const Keeping = (props: Props) => (
  <section>
    <h2>{texts.title}</h2>
    <p>
      <a href={`${props.to}/message`}>{texts.message}</a>
    </p>
    <Export {...props} />
    <h3>{texts.copyTitle}</h3>
    <Copy persons={personsOf(props.whole)} session={props.session} to={props.to} />
    <p>
      <a href={`${props.to}/readings`}>{keepingPages.readings.link}</a>
    </p>
    <p>
      <a href={`${props.to}/log`}>{logTexts.link}</a>
    </p>
    <p>
      <a href={`${props.to}/erasure`}>{texts.erase}</a>
    </p>
    <Kept dossier={props.whole.dossier} to={props.to} />
  </section>
);
