import { type CalendarDate, showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { showEnterpriseNumber } from "../domain/enterprise-number.ts";
import type { Dpia } from "../domain/facts.ts";
import type { Names } from "../domain/names-schema.ts";
import { channelNames } from "../domain/texts.nl.ts";
import type { Site } from "../mail/send-mail.ts";
import { originalPurposes } from "./form-texts.nl.ts";
import { LED_DATA, LED_DATA_IDS, type LedDataDetails, type LedDatumId } from "./led-data.ts";
import type { ProtocolValues } from "./placeholders.nl.ts";
import type { ProtocolAnswers } from "./drafted-answers.ts";
import { documentTexts, riskNames } from "./document-texts.nl.ts";
import { prefilledTexts as prefilled } from "./submit-texts.nl.ts";

/** A draft is still to be filled in, a proposal is what the DPOs advise on, and the final version is signed. */
export type ProtocolVersion = { number: number; date: CalendarDate; status: "draft" | "proposal" | "final" };

export type About = {
  dossier: Dossier;
  answers: ProtocolAnswers | undefined;
  version: ProtocolVersion;
  site: Site;
};

/** What a version of the protocol says, from the answers; what they lack comes from the dossier. */
export function protocolValues(about: About): ProtocolValues {
  return {
    ...versionValues(about),
    ...consumerValues(about),
    ...authorityValues(about.site),
    ...adviceValues(about),
    ...purposeValues(about),
    ...dataValues(about),
    ...elementValues(about),
  };
}

const pick = <Name extends keyof ProtocolValues>(values: Pick<ProtocolValues, Name>) => values;
const dateOr = (date: string | undefined): string => (date === undefined ? "" : showDate(date));

const versionValues = ({ dossier, version }: About) =>
  pick({
    dossiernummer: dossier.reference,
    versie: String(version.number),
    datum: showDate(version.date),
    status: documentTexts.versionStatus[version.status],
  });

function consumerValues({ dossier: { organisation, people }, answers }: About) {
  const { controllers } = answers ?? {};
  const number = organisation.enterpriseNumber;
  return pick({
    afnemer: organisation.name,
    afnemer_nummer: number === undefined ? "" : showEnterpriseNumber(number),
    afnemer_ovo: organisation.ovoCode ?? "",
    zetel: controllers?.seat ?? "",
    besluit: dateOr(controllers?.councilDecisionDate),
    afnemer_dpo: controllers?.dpo ?? (people.dpo ? prefilled.dpo(people.dpo) : ""),
    ondertekenaars: signatoriesOf(people, answers),
  });
}

/** One or two persons who sign for the consumer. */
function signatoriesOf({ signatory, secondSignatory: person }: Dossier["people"], answers: About["answers"]) {
  const { representedBy, capacity, secondSignatory, secondCapacity } = answers?.controllers ?? {};
  const first = {
    naam: representedBy ?? signatory?.name ?? "",
    functie: capacity ?? signatory?.capacity ?? "",
  };
  const second = {
    naam: person?.name ?? secondSignatory ?? "",
    functie: person?.capacity ?? secondCapacity ?? "",
  };
  return [first, second].filter(({ naam }) => naam !== "");
}

export const authorityValues = ({ names, mailboxes }: Site) =>
  pick({
    agentschap: names.agency,
    agentschap_voluit: names.agencyInFull,
    departement: names.department,
    beheerder: names.authority.party ?? names.authority.name,
    beheerder_nummer: showEnterpriseNumber(names.authority.enterpriseNumber),
    beheerder_ovo: names.authority.ovoCode ?? "",
    beheerder_zetel: names.authority.seat,
    led_dpo: mailboxes.ledDpo,
    dienstenintegrator: names.vdi,
    platform: names.platform,
    toezichthouder: names.supervisor,
    oorspronkelijke_doelen: originalPurposes(names.agency),
  });

/** Only a final version names the advices: those on its text. */
function adviceValues({ dossier, answers, version }: About) {
  const isFinal = version.status === "final";
  const known = dossier.protocol?.consumerDpoAdvice;
  const consumer = isFinal ? (known ?? answers?.advice) : undefined;
  const outcome = known?.hasConditions ? "conditions" : consumer?.outcome;
  const led = isFinal ? dossier.protocol?.ledDpoAdvice : undefined;
  return pick({
    dpia: aboutDpia(dossier.dpia),
    advies_afnemer_uitkomst: consumer && outcome ? documentTexts.adviceOutcomes[outcome] : "",
    advies_afnemer_datum: dateOr(consumer?.date),
    advies_afnemer_naam: consumer?.name ?? "",
    advies_led_uitkomst: led ? documentTexts.adviceOutcomes[led.outcome] : "",
    advies_led_datum: dateOr(led?.at),
    advies_led_naam: led?.by ?? "",
  });
}

function aboutDpia(dpia: Dpia | undefined): string {
  if (!dpia) return "";
  const { dpia: texts } = documentTexts;
  const on = showDate(dpia.concludedAt);
  if (dpia.conclusion === "not-required") return texts.notRequired(on);
  return [
    texts.required(on),
    ...(dpia.acceptedAt ? [texts.accepted(showDate(dpia.acceptedAt))] : []),
    ...(dpia.residualRisk ? [texts.risk(riskNames[dpia.residualRisk])] : []),
    ...(dpia.priorConsultation ? [texts.consulted(showDate(dpia.priorConsultation.date))] : []),
  ].join(" ");
}

function purposeValues({ dossier: { intake }, answers }: About) {
  const purposes = answers?.purposes ?? intake?.purpose ?? "";
  return pick({
    kader: inShort(purposes),
    doelen: purposes,
    gebruik: intake?.use ?? "",
    grond_mededeling: answers?.legalGround?.communication ?? intake?.legalBasis ?? "",
    grond_verwerking: answers?.legalGround?.collection ?? "",
    verder_gebruik: answers?.furtherUse ?? "",
  });
}

/** In characters: a title takes no more than a line or two. */
const LONGEST_IN_TITLE = 140;

/** The purpose for the title: its first sentence, unless that is too long. */
function inShort(purposes: string): string {
  const [sentence = ""] = purposes.split(/[\n.;]/);
  const short = sentence.trim();
  if (short === "" || short.length > LONGEST_IN_TITLE)
    return short === "" ? "" : documentTexts.purposesOfArticle;
  const [first = "", second = ""] = short;
  return second === second.toUpperCase() ? short : first.toLowerCase() + short.slice(1);
}

/** A draft without a choice lists all that the LED can give. */
function dataValues({ dossier: { intake }, answers, version, site }: About) {
  const { data, retention = "" } = answers ?? {};
  const items = data?.items ?? (version.status === "draft" ? LED_DATA_IDS : []);
  return pick({
    betrokkenen: intake?.dataSubjects?.replace(/\.$/, "") ?? "",
    gegevens: data?.categories ?? "",
    evenredigheid: data?.proportionality ?? "",
    gegevens_gekozen: items.length > 0 ? "ja" : "",
    gegevenslijst: listOfData(site.names, retention, items, answers?.dataDetails),
    bewaring: retention,
  });
}

/** Rows of the table of data. */
export const listOfData = (
  { ledData }: Names,
  bewaring: string,
  items: readonly LedDatumId[] = LED_DATA_IDS,
  details: LedDataDetails = {},
): ProtocolValues["gegevenslijst"] =>
  items.map((id) => {
    const { name: gegeven, why: waarom } = ledData?.[id] ?? LED_DATA[id];
    const { why = waarom, kept = bewaring } = details[id] ?? {};
    return { gegeven, waarom: why, bewaring: kept };
  });

function elementValues({ dossier, answers }: About) {
  const { intake } = dossier;
  const { format, term } = answers ?? {};
  return pick({
    ontvangers: answers?.recipients ?? "",
    beveiliging: answers?.security ?? "",
    periodiciteit: answers?.periodicity ?? (intake ? prefilled.periodicity(intake) : ""),
    begin: dateOr(term?.start),
    einde: dateOr(term?.end),
    sancties: answers?.sanctions ?? "",
    kwaliteit: answers?.dataQuality ?? "",
    vorm: format?.exchange ?? (intake ? prefilled.exchange(intake) : ""),
    kanalen: (intake?.channels ?? []).map((channel) => channelNames[channel]).join(" en "),
    logging: format?.logging ?? "",
    mutaties: intake?.mutations ?? "",
    verwijzingsrepertorium: format?.referenceRegister ?? "",
  });
}
