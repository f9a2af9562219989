import type { Dossier, DossierOf, DossierStatus } from "../../functions/domain/dossier.ts";

export const NOW = "2026-11-23T09:00:00.000Z";

/** A dossier in its onboarding. */
export function aDossier(differences: Partial<DossierOf<"ONBOARDING">> = {}): DossierOf<"ONBOARDING"> {
  return {
    id: "01HZ0000000000000000000000",
    reference: "LED-2026-00042",
    status: "ONBOARDING",
    organisation: { name: "Gemeente Voorbeeldegem", type: "local-authority", enterpriseNumber: "0207494678" },
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
    ...differences,
  };
}

type OwnFields = {
  ENQUIRY: "question";
  ONBOARDING: never;
  PARKED: "parked" | "returnsTo";
  IN_USE: "inUseSince";
  ENDING: "ending";
  CLOSED: "closed";
};
type InStatus<Status extends DossierStatus> = { status: Status } & Pick<
  DossierOf<Status>,
  OwnFields[Status] & keyof DossierOf<Status>
> &
  Partial<DossierOf<Status>>;

const NOTHING_OF_A_STATUS = {
  ...{ question: undefined, inUseSince: undefined, parked: undefined, returnsTo: undefined },
  ...{ ending: undefined, closed: undefined },
};

/** The dossier in another status, with the fields that the status requires. */
export const inStatus = <Status extends DossierStatus>(
  dossier: Dossier,
  differences: InStatus<Status>,
): DossierOf<Status> => ({ ...dossier, ...NOTHING_OF_A_STATUS, ...differences }) as DossierOf<Status>;
