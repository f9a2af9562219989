import type { Dossier, DossierOf, DossierStatus } from "../../functions/domain/dossier.ts";
import { Facts } from "../../functions/domain/facts.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { anAgreement } from "./agreement.ts";

export const NOW = "2026-11-23T09:00:00.000Z";

/** A dossier in its onboarding. */
export function aDossier(differences: Partial<DossierOf<"ONBOARDING">> = {}): DossierOf<"ONBOARDING"> {
  return {
    id: "01HZ0000000000000000000000",
    reference: "LED-2026-00042",
    status: "ONBOARDING",
    organisation: { name: "Gemeente Voorbeeldegem", type: "local-authority", enterpriseNumber: "0999999922" },
    people: {
      contact: { id: "person-contact", name: "An Voorbeeld", email: "an@voorbeeldegem.example" },
      dpo: { id: "person-dpo", name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" },
      signatory: {
        id: "person-signatory",
        name: "Sofie Hoofd",
        email: "sofie@voorbeeldegem.example",
        capacity: "algemeen directeur",
      },
    },
    stage: "INTAKE",
    since: NOW,
    openedAt: NOW,
    pass: 1,
    rounds: {},
    run: 1,
    clocks: {},
    pauses: [],
    version: 0,
    request: {},
    ...differences,
  };
}

/** What a test has to say of a status; the rest has a usual value. */
type OwnFields = {
  ENQUIRY: never;
  ENTERING: never;
  ONBOARDING: never;
  PARKED: "parked" | "returnsTo";
  IN_USE: never;
  ENDING: never;
  CLOSED: "closed";
};
type InStatus<Status extends DossierStatus> = { status: Status } & Pick<
  DossierOf<Status>,
  OwnFields[Status] & keyof DossierOf<Status>
> &
  Partial<DossierOf<Status>>;

const ENDING = { reason: "stopped", explanation: "We stoppen ermee", by: SYSTEM, at: NOW } as const;
const NO_FACTS = {
  ...{ intake: undefined, planning: undefined, dpia: undefined },
  ...{ protocol: undefined, connection: undefined },
};

/** What a status has besides the fields of every dossier, as far as the dossier does not have it yet. */
function partsOf(dossier: Dossier, status: DossierStatus) {
  const facts = Facts.parse(dossier);
  const request = dossier.request && !("question" in dossier.request) ? dossier.request : {};
  const { since } = dossier.use ?? { since: NOW };
  return {
    ENQUIRY: { ...NO_FACTS, request: { question: "Kan de LED ons helpen?" }, use: undefined },
    ENTERING: { ...NO_FACTS, request: {}, use: undefined },
    ONBOARDING: { request, use: undefined },
    PARKED: { request, use: dossier.use },
    IN_USE: { ...anAgreement(), ...facts, request: undefined, use: { since } },
    ENDING: { ...anAgreement(), ...facts, request, use: { since, ending: ENDING } },
    CLOSED: { request: dossier.request ?? {}, use: dossier.use },
  }[status];
}

/** The dossier in another status, with the fields that the status requires. */
export const inStatus = <Status extends DossierStatus>(
  dossier: Dossier,
  differences: InStatus<Status>,
): DossierOf<Status> =>
  ({
    ...dossier,
    ...{ parked: undefined, returnsTo: undefined, closed: undefined },
    ...partsOf(dossier, differences.status),
    ...differences,
  }) as DossierOf<Status>;
