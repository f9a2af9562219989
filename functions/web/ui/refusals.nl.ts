import { NAMES } from "../../domain/names.ts";
import type { RefusalKind } from "../http/refusals.ts";

type RefusalText = { title: string; paragraphs: string[] };

const retryLater: RefusalText = {
  title: "Het lukt nu even niet",
  paragraphs: ["Probeer het zo dadelijk opnieuw. Wat je al bewaarde, is niet verloren."],
};

const refusals: Record<RefusalKind, RefusalText> = {
  "bad-request": {
    title: "We begrijpen deze aanvraag niet",
    paragraphs: ["Ga terug naar de vorige pagina en probeer opnieuw."],
  },
  "broken-text": {
    title: "We konden niet alles lezen",
    paragraphs: ["In wat je verstuurde staan tekens die we niet kennen. Op die plaats staat nu \uFFFD."],
  },
  "name-unknown": {
    title: "Deze namen kennen we niet",
    paragraphs: ["Kijk na of de namen juist geschreven zijn. Er is niets uitgevoerd."],
  },
  "sign-in": {
    title: "Meld je eerst aan",
    paragraphs: ["Je sessie is verlopen, of je bent nog niet aangemeld."],
  },
  "no-role": {
    title: "Je hebt geen toegang",
    paragraphs: [
      "Deze pagina hoort niet bij jouw rol. Denk je dat dit niet klopt, vraag dan de juiste rol aan.",
    ],
  },
  "not-your-form": {
    title: "We konden dit formulier niet aannemen",
    paragraphs: ["Het formulier kwam niet van deze site. Open de pagina opnieuw en probeer nog eens."],
  },
  "form-expired": {
    title: "Verstuur dit nog eens",
    paragraphs: [
      "Je meldde je opnieuw aan sinds je deze pagina opende. Daarom vragen we je om het formulier nog eens te versturen.",
    ],
  },
  "link-over": {
    title: "Je link is verlopen, en wat je typte is bewaard",
    paragraphs: [
      "Je antwoorden zijn bewaard als ontwerp. Er is nog niets ingediend.",
      "Vul hieronder je dossiernummer en je e-mailadres in. We sturen je een nieuwe link: daar staat alles klaar.",
    ],
  },
  "link-unknown": {
    title: "Deze link werkt niet",
    paragraphs: [
      "De link is verlopen, is niet volledig, of hoort bij iemand die niet meer bij dit dossier betrokken is.",
      "Kopieer de volledige link uit je laatste mail. Werkt ook die niet? Vul dan hieronder je dossiernummer en je e-mailadres in. We sturen je een nieuwe link.",
      "Wilde je een nieuwe aanvraag bevestigen? Vul dan het contactformulier opnieuw in.",
    ],
  },
  "page-unknown": {
    title: "Deze pagina bestaat niet",
    paragraphs: ["Kijk na of het adres juist is, of begin opnieuw vanaf de startpagina."],
  },
  "method-unknown": {
    title: "Dit kan niet op deze pagina",
    paragraphs: ["Open de pagina opnieuw en gebruik de knoppen die je daar ziet."],
  },
  conflict: {
    title: "Iemand anders was je net voor",
    paragraphs: ["Het dossier veranderde terwijl je bezig was. Kijk na wat er nu staat, en probeer opnieuw."],
  },
  "file-gone": {
    title: "Dit document is er niet meer",
    paragraphs: [
      `We weten dat het er was, maar het bestand is verdwenen. Wie het herstelt is verwittigd. Heb je het zelf nog? Bezorg het dan aan het ${NAMES.desk}.`,
    ],
  },
  "form-reused": {
    title: "Je verstuurde dit formulier al",
    paragraphs: [
      "We kregen dit formulier al, met een andere inhoud. Die veranderen we niet meer. Wat je nu instuurde, is nog niet verwerkt.",
    ],
  },
  "key-missing": {
    title: "De header Idempotency-Key ontbreekt",
    paragraphs: [
      "Wat iets maakt of verstuurt, heeft een Idempotency-Key nodig: een eigen waarde per opdracht, zoals een UUID. Kreeg je geen antwoord? Stuur de opdracht dan opnieuw met dezelfde waarde: ze wordt één keer uitgevoerd.",
    ],
  },
  "key-too-long": {
    title: "De Idempotency-Key is te lang",
    paragraphs: ["Een Idempotency-Key telt hoogstens 200 tekens. Er is niets uitgevoerd."],
  },
  "key-reused": {
    title: "Deze Idempotency-Key is al gebruikt",
    paragraphs: [
      "We kregen deze waarde al, met een andere opdracht. Wat je nu instuurde, is niet uitgevoerd.",
    ],
  },
  "dossier-changed": {
    title: "Het dossier veranderde intussen",
    paragraphs: [
      "Lees het dossier opnieuw, kijk na of je opdracht nog klopt, en gebruik dan de nieuwe ETag.",
    ],
  },
  unreadable: { title: "We kunnen dit niet lezen", paragraphs: [] },
  "dossier-deleted": {
    title: "Dit dossier is verwijderd",
    paragraphs: ["Het dossier bestaat niet meer."],
  },
  "too-large": {
    title: "Dit formulier is te groot",
    paragraphs: ["Maak je antwoorden korter. Voeg lange teksten toe als document."],
  },
  "media-type": {
    title: "Dit formulier heeft een verkeerd formaat",
    paragraphs: ["Vul het formulier in op deze site en verstuur het opnieuw."],
  },
  "wrong-input": {
    title: "Er is iets niet in orde",
    paragraphs: ["Kijk na wat je invulde en probeer opnieuw."],
  },
  failure: {
    title: "Er liep iets mis",
    paragraphs: ["Dat ligt aan ons. Probeer het straks opnieuw. Blijft het misgaan, laat het ons dan weten."],
  },
  "too-often": {
    title: "Dit gebeurde te vaak na elkaar",
    paragraphs: ["Probeer het later opnieuw."],
  },
  "page-asked": retryLater,
  "retry-later": retryLater,
};

/** Texts of refused requests, and of what cannot be shown. */
export const refusalTexts = {
  refusals,
  refused: "Er is iets niet in orde",
  nameUnknown: "Deze naam kennen we niet.",
  valueUnknown: "Deze waarde past hier niet. De beschrijving van de API zegt welke wel.",
  /** A stored item that does not parse, with its `key`. */
  unreadable: {
    refusal: (key: string) => ({
      title: "We kunnen een deel van dit dossier niet lezen",
      paragraphs: [
        "Er ging iets mis met hoe we het bewaarden. Er is niets gewist, en wie het herstelt is verwittigd. Tot dan kan je hier niets beslissen of wijzigen.",
        `Vermeld dit als je ons contacteert: ${key}.`,
      ],
    }),
    title: "Dit kunnen we niet lezen",
    intro:
      "Deze gegevens ontbreken op deze pagina, want er ging iets mis met hoe we ze bewaarden. Er is niets gewist, en wie het herstelt is verwittigd.",
    public:
      "Een deel van dit dossier kunnen we nu niet tonen. Er is niets gewist, en wie het herstelt is verwittigd.",
  },
};

/** Answers of API Gateway itself, when no function is called or none answers. */
export const gatewayTexts = {
  tooLarge: {
    title: "Dit formulier is te groot",
    text: "Maak je antwoorden korter, en voeg lange teksten toe als document.",
  },
  tooMany: { title: "Het is nu te druk", text: "Probeer het zo dadelijk opnieuw." },
  blocked: {
    title: "De beveiliging hield dit tegen",
    text: `Er staat iets in dat op een aanval lijkt, zoals een stuk code. Haal dat eruit en verstuur het opnieuw. Lukt het niet? Mail het ${NAMES.desk}.`,
  },
  failed: {
    title: "Het lukt nu even niet",
    text: "Dat ligt aan ons. Probeer het zo dadelijk opnieuw.",
  },
  tooLong: {
    title: "Het duurde te lang",
    text: "Misschien is het toch gelukt. Open de pagina opnieuw: daar zie je wat bewaard is. Verstuurde je een formulier? Dan mag je het gerust nog eens versturen: het telt maar één keer.",
  },
  notFromHere: {
    title: "Dit kan niet vanop deze plaats",
    text: `Dit deel van de site is alleen voor het ${NAMES.desk}, vanop het eigen netwerk. Kreeg je een mail met een link? Open dan die link.`,
  },
  refused: {
    title: "Dit kunnen we niet tonen",
    text: "Kijk na of het adres volledig is, zoals het in je mail staat.",
  },
  typed:
    "Vulde je een formulier in? Ga terug met de knop Vorige van je browser: meestal staat alles er nog. Bewaarde je een ontwerp, dan staat dat op de pagina.",
  again: "Open de pagina opnieuw",
};
