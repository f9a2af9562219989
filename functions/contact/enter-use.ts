import type * as z from "zod";
import { withChannel } from "../domain/connected-channels.ts";
import { type Decided, defineTask } from "../domain/define-task.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import type { Channel, Connection, LegalBasis } from "../domain/facts.ts";
import type { PersonPart } from "../domain/people.ts";
import { asPerson } from "../domain/people-moves.ts";
import { allOf, type Verdict } from "../domain/verdict.ts";
import { webApplicationIsAllowed } from "../domain/web-application-is-allowed.ts";
import { secondContactIsAnother } from "../people/second-contact-is-another.ts";
import { authorisationIsOfBefore } from "./authorisation-is-of-before.ts";
import { connectedChannelsAreAgreed } from "./connected-channels-are-agreed.ts";
import { EnteredAuthorisation, EnteredProtocol, type EnteredUse } from "./enter-use-form.ts";
import { enterUseTexts } from "./enter-use.nl.ts";

type Given = z.infer<typeof EnteredProtocol> | z.infer<typeof EnteredAuthorisation>;
type Basis = Pick<LegalBasis, "legalBasis"> & { date: string; reference?: string };

/**
 * The LED team enters a use that was agreed outside this system: by a protocol that is signed, or an authorisation. Its
 * own act follows the decision (begin-entered-use.ts).
 */
export const enterUse = defineTask({
  kind: "EnterUse",
  stage: "CONTACT",
  audience: "led-team",
  outcomes: { protocol: EnteredProtocol, authorisation: EnteredAuthorisation },
  documents: [
    { kind: "protocol-signed-by-both", requiredFor: ["protocol"] },
    { kind: "authorisation", requiredFor: ["authorisation"] },
  ],
  texts: { nl: enterUseTexts.task },
  mayDecide: {
    protocol: isInOrder,
    authorisation: (dossier, decided) =>
      allOf(() => authorisationIsOfBefore(decided.fields.decidedOn), isInOrder(dossier, decided)),
  },
  records: {
    protocol: (dossier, decided) =>
      factsOf(dossier, decided, { legalBasis: "protocol", date: decided.fields.signedOn }),
    authorisation: (dossier, decided) => {
      const { decidedOn: date, reference } = decided.fields;
      return factsOf(dossier, decided, { legalBasis: "legacy-authorisation", date, reference });
    },
  },
});

function isInOrder(dossier: Dossier, { fields, at }: Decided<Given>): Verdict {
  return allOf(
    () => connectedChannelsAreAgreed(fields),
    () => webApplicationIsAllowed(dossier.organisation, fields.channels),
    () => secondContactIsAnother(peopleOf(dossier, fields, at), "secondContact.email"),
  );
}

function factsOf(dossier: Dossier, { fields, at, by }: Decided<Given>, basis: Basis): DossierFacts {
  const { purpose, channels, processor, term, tells } = fields;
  const { legalBasis, date, reference } = basis;
  return {
    intake: { purpose, channels, processor },
    protocol: { legalBasis, term, signatures: {}, entered: { at, date, reference, tells } },
    connection: connectionIn(fields, { reportedBy: by.name, at }),
    people: peopleOf(dossier, fields, at),
  };
}

/** The connected channels; undefined while there are none. */
function connectionIn(fields: EnteredUse, reported: { reportedBy: string; at: string }) {
  const since: [Channel, string | undefined, string?][] = [
    ["web-application", fields.webApplicationSince],
    ["web-service", fields.webServiceSince, fields.webServiceReference],
  ];
  return since.reduce<Connection | undefined>(
    (connection, [channel, productionDate, reference]) =>
      productionDate === undefined
        ? connection
        : withChannel(connection, { channel, reference, productionDate, ...reported }),
    undefined,
  );
}

function peopleOf({ id, people }: Dossier, fields: EnteredUse, at: string): Dossier["people"] {
  const named = (part: Exclude<PersonPart, "contact">) => {
    const person = fields[part];
    return person && asPerson(people[part], person, `${id}-${part}-${at}`);
  };
  return {
    contact: { ...people.contact, telephone: fields.telephone },
    secondContact: named("secondContact"),
    dpo: named("dpo"),
    signatory: named("signatory"),
    secondSignatory: named("secondSignatory"),
  };
}
