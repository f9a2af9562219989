import { NAMES } from "../../domain/names.ts";
import { type Instant, showDate } from "../../domain/calendar.ts";
import { type Dossier, endingOf, laterPassOf } from "../../domain/dossier.ts";
import { overSince } from "../../tasks/reopened.ts";

/** Texts of the team acts. */
export const actTexts = {
  hold: {
    title: "Pauzeer het dossier",
    intro: (dossier: Dossier) =>
      `Dossier ${dossier.reference} van ${dossier.organisation.name} ligt dan stil: we sturen geen herinneringen, en alle termijnen schuiven op. De aanvrager krijgt je reden per mail. Doet iemand intussen toch een taak, dan gaat het dossier meteen verder.`,
    fields: {
      until: { label: "Pauzeer tot", hint: "Die dag gaat het dossier vanzelf verder. Hoogstens een jaar." },
      reason: { label: "Waarom pauzeer je het dossier?" },
    },
    button: "Pauzeer het dossier",
    resume: "Laat het dossier nu verdergaan",
  },
  withdrawal: {
    title: "Trek de aanvraag in",
    intro: (dossier: Dossier, now: Instant) => {
      const { reference, organisation } = dossier;
      const laterPass = laterPassOf(dossier);
      if (!laterPass)
        return `Je sluit hiermee dossier ${reference} van ${organisation.name}. De aanvrager krijgt je reden per mail.`;
      const over = overSince(laterPass, now);
      return `Je stopt hiermee de aanvraag van ${organisation.name} om te wijzigen of te verlengen (dossier ${reference}). ${over === undefined ? "De huidige toegang blijft gelden." : `De termijn van het protocol liep tot en met ${showDate(over)}: daarna begint het einde van het gebruik.`} De aanvrager krijgt je reden per mail.`;
    },
    reason: "Waarom wordt de aanvraag ingetrokken?",
    button: "Trek de aanvraag in",
  },
  endOfUse: {
    title: "Beëindig het gebruik",
    intro: (dossier: Dossier) => {
      const ending = endingOf(dossier);
      const gives = ending
        ? " De vraag aan de aanvrager of hij verlengt, stopt."
        : " De aanvraag om te wijzigen of te verlengen die nog loopt, stopt.";
      return `Je begint hiermee het einde van het gebruik door ${dossier.organisation.name}. De toegang blijft staan tot jullie het einde bevestigen, en is daarna nog 30 dagen terug te draaien, zolang de termijn van het protocol loopt. De aanvrager krijgt je uitleg per mail.${laterPassOf(dossier) || ending ? gives : ""}`;
    },
    button: "Beëindig het gebruik",
    fields: {
      reason: {
        label: "Waarom eindigt het gebruik?",
        options: {
          purpose: "Het doel is niet meer van toepassing",
          stopped: "De organisatie stopt",
          breach: "Het protocol werd niet nageleefd",
        },
      },
      explanation: { label: "Licht toe", hint: "De aanvrager leest dit." },
    },
  },
  amendment: {
    title: "Open het dossier opnieuw",
    intro: (dossier: Dossier) =>
      `Voor een ander doel, kanaal of protocol van ${dossier.organisation.name}. De huidige toegang blijft gelden tot het nieuwe protocol ondertekend is.`,
    button: "Open opnieuw",
    fields: {
      stage: {
        label: "Vanaf welke stap?",
        options: { INTAKE: "Intake", DPIA: "DPIA", PROTOCOL: "Protocol" },
      },
      reason: { label: "Waarom wordt het dossier opnieuw geopend?" },
    },
  },
  closing: {
    title: "Sluit het dossier af",
    intro: (dossier: Dossier) =>
      `Je sluit hiermee dossier ${dossier.reference} van ${dossier.organisation.name}, dat door een fout stopte. Is er al toegang toegekend, dan blijft die gelden en gaat het dossier terug in gebruik. De aanvrager krijgt je reden per mail.`,
    reason: "Waarom sluit je het dossier af?",
    button: "Sluit het dossier af",
    done: "Het dossier is afgesloten, of terug in gebruik als er toegang was. Beide partijen krijgen een mail.",
  },
  setHold: {
    title: "Leg een vernietigingsstop op",
    intro:
      "Met een vernietigingsstop wordt niets van dit dossier verwijderd, ook niet na de bewaartermijn, tot je hem weer opheft.",
    reason: "Waarom moet het dossier bewaard blijven?",
    button: "Leg de vernietigingsstop op",
  },
  liftHold: {
    title: "Hef de vernietigingsstop op",
    intro: `De bewaartermijn geldt dan weer. Is die al voorbij, dan wordt het dossier pas verwijderd een maand nadat het ${NAMES.desk} er een mail over kreeg.`,
    reason: "Waarom mag de vernietigingsstop weg?",
    button: "Hef de vernietigingsstop op",
  },
};
