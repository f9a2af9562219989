import * as z from "zod";
import type { Instant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { choice, longText } from "../../domain/fields.ts";
import type { Actor } from "../../domain/people.ts";
import type { Verdict } from "../../domain/verdict.ts";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import { HoldFields } from "../../hold/hold-dossier.ts";
import { holdIsPossible } from "../../hold/hold-is-possible.ts";
import { AMENDABLE_STAGES } from "../../in-use/amendment-is-possible.ts";
import type { Question } from "../ui/form/ask-form.tsx";
import { OrganisationFields } from "../../organisation/organisation-fields.ts";
import { organisationCanChange } from "../../organisation/organisation-may-change.ts";
import { changeOrganisationTexts } from "../../organisation/texts.nl.ts";
import { askForText, Reason } from "../ui/form/ask-for-text.ts";
import { actTexts } from "./act-texts.nl.ts";
import type { AdminSite } from "./admin-site.ts";

/** A body of the API without unknown keys. */
export type StrictObject = z.ZodObject<z.core.$ZodShape, z.core.$strict>;

/** An act of the LED team on a dossier, with a page and an operation of the API. */
export type TeamAct<Schema extends StrictObject> = {
  /** Last segment of its addresses: `…/dossiers/:id/<path>`. */
  path: string;
  schema: Schema;
  question: (dossier: Dossier, now: Instant) => Omit<Question<Schema>, "schema">;
  /** The values that the page starts from. */
  prefill?: (dossier: Dossier) => Partial<z.input<Schema>>;
  /** Whether the page shows the form. */
  mayAsk?: (dossier: Dossier, now: Instant) => Verdict;
  act: (site: AdminSite, dossierId: string, answer: z.output<Schema>, by: Actor) => Promise<Verdict>;
  /** It cannot be undone. */
  isFinal?: boolean;
  /** Notice on the dossier's page afterwards. */
  notice: string;
  /** For the API: the name of its input, a summary, and an example. */
  api: { name: string; summary: string; example: z.input<Schema> };
};

const teamAct = <Schema extends StrictObject>(act: TeamAct<Schema>): TeamAct<Schema> => act;

/** `until`: the date on which the dossier resumes by itself. */
const HoldInput = z.strictObject(HoldFields.shape);
/** Reasons that the LED team can give for the end of a use; only the team can report a breach. */
const EndOfUseInput = z.strictObject({
  reason: choice(["purpose", "stopped", "breach"]),
  explanation: longText(),
});
const OrganisationInput = z.strictObject(OrganisationFields.shape);
const AmendmentInput = z.strictObject({ stage: choice(AMENDABLE_STAGES), reason: longText() });

export const WITHDRAWAL = teamAct({
  path: "withdrawal",
  isFinal: true,
  schema: Reason,
  question: (dossier, now) =>
    askForText({ ...actTexts.withdrawal, intro: actTexts.withdrawal.intro(dossier, now) }),
  act: (site, id, { reason }, by) => site.withdraw(id, by, reason),
  notice: "stopped",
  api: {
    name: "Reason",
    summary: "Withdraw the request",
    example: { reason: "De gemeente ziet af van de aanvraag." },
  },
});

export const END_OF_USE = teamAct({
  path: "end-of-use",
  isFinal: true,
  schema: EndOfUseInput,
  question: (dossier) => ({ ...actTexts.endOfUse, intro: actTexts.endOfUse.intro(dossier) }),
  act: (site, id, ending, by) => site.endUse(id, ending, by),
  notice: "ending",
  api: {
    name: "EndOfUse",
    summary: "Begin the end of a use",
    example: { reason: "purpose", explanation: "De premie bestaat niet meer." },
  },
});

export const AMENDMENT = teamAct({
  path: "amendment",
  schema: AmendmentInput,
  question: (dossier) => ({ ...actTexts.amendment, intro: actTexts.amendment.intro(dossier) }),
  act: (site, id, amendment, by) => site.amend(id, amendment, by),
  notice: "amended",
  api: {
    name: "Amendment",
    summary: "Reopen a dossier in use; the access stays until the new protocol is signed",
    example: { stage: "INTAKE", reason: "De gemeente wil ook een ander doel." },
  },
});

/** A merged or renamed organisation. */
export const ORGANISATION = teamAct({
  path: "organisation",
  schema: OrganisationInput,
  question: (dossier) => ({ ...changeOrganisationTexts, intro: changeOrganisationTexts.intro(dossier) }),
  prefill: ({ organisation: { name, type, enterpriseNumber: number, ovoCode } }) => ({
    ...{ name, type, ovoCode },
    enterpriseNumber: number === undefined ? undefined : showEnterpriseNumber(number),
  }),
  mayAsk: organisationCanChange,
  act: (site, id, changed, by) => site.changeOrganisation(id, changed, by),
  notice: "organisation",
  api: {
    name: "Organisation",
    summary: "Change the organisation: it was renamed or merged, or its data were wrong",
    example: {
      ...{ why: "merged", name: "Gemeente Nieuw-Voorbeeldegem", type: "local-authority" },
      ...{ enterpriseNumber: "1000000021", reason: "Fusie op 1 januari 2027." },
    },
  },
});

export const HOLD = teamAct({
  path: "hold",
  schema: HoldInput,
  question: (dossier) => ({ ...actTexts.hold, intro: actTexts.hold.intro(dossier) }),
  mayAsk: holdIsPossible,
  act: (site, id, fields, by) => site.holdDossier(id, fields, by),
  notice: "held",
  api: {
    name: "Hold",
    summary: "Put the dossier on hold until a date",
    example: { until: "2026-12-20", reason: "De DPO is met verlof." },
  },
});

export const CLOSING = teamAct({
  path: "closing",
  isFinal: true,
  schema: Reason,
  question: (dossier) => askForText({ ...actTexts.closing, intro: actTexts.closing.intro(dossier) }),
  act: (site, id, { reason }, by) => site.closeParked(id, reason, by),
  notice: "closed",
  api: {
    name: "Reason",
    summary: "Close a parked dossier; with an access in force it returns to use",
    example: { reason: "De aanvraag is intussen zonder voorwerp." },
  },
});

export const LEGAL_HOLD = teamAct({
  path: "legal-hold",
  schema: Reason,
  question: () => askForText(actTexts.setHold),
  act: (site, id, { reason }, by) => site.setLegalHold(id, by, reason),
  notice: "legal-hold",
  api: {
    name: "Reason",
    summary: "Set a legal hold: nothing of the dossier is deleted",
    example: { reason: "Er loopt een onderzoek van de toezichthouder." },
  },
});

export const LIFTED_HOLD = teamAct({
  path: "legal-hold/lift",
  schema: Reason,
  question: () => askForText(actTexts.liftHold),
  act: (site, id, { reason }, by) => site.liftLegalHold(id, by, reason),
  notice: "lifted",
  api: {
    name: "Reason",
    summary: "Lift the legal hold: the retention period applies again",
    example: { reason: "Het onderzoek is afgesloten." },
  },
});
