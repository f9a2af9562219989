import { NAMES } from "../../domain/names.ts";

/**
 * The accessibility statement: the parts and the order of the model in the law (Implementing Decision (EU) 2018/1523,
 * Bestuursdecreet II.16).
 */
export const accessibilityTexts = {
  title: "Toegankelijkheidsverklaring",
  intro: (site: string) => [
    `Het ${NAMES.agencyInFull} wil dat iedereen deze site kan gebruiken, zoals het Bestuursdecreet van 7 december 2018 vraagt. Deze verklaring gaat over "${site}".`,
    "De site werkt met alleen een toetsenbord, met een schermlezer, zonder JavaScript en bij 400 procent vergroting.",
  ],
  status: {
    title: "Hoe toegankelijk is deze site?",
    text: "Deze site voldoet gedeeltelijk aan de norm EN 301 549 en aan WCAG 2.1, niveau AA. De pagina's zelf voldoen. Hieronder staat wat niet voldoet.",
  },
  exceptions: {
    title: "Wat is niet toegankelijk?",
    items: [
      "Documenten die een organisatie zelf toevoegt, zoals een gescande handtekening of een DPIA. We maken die niet zelf, en de wet sluit ze uit.",
      "Een protocol dat op papier werd ondertekend en daarna gescand. De tekst ervan staat ook als toegankelijk PDF-bestand in het dossier.",
    ],
    remedy: "Heb je zo'n document in een andere vorm nodig? Vraag het ons.",
  },
  made: {
    title: "Hoe is deze verklaring opgesteld?",
    text: (day: string) =>
      `We stelden deze verklaring op ${day} op, na een eigen beoordeling. Elke pagina wordt bij elke wijziging nagekeken met axe op WCAG 2.1 AA, met een toetsenbord, en op vier breedtes van 320 tot 1280 pixels. Geen externe partij beoordeelde de site.`,
  },
  feedback: {
    title: "Werkt er iets niet voor jou?",
    text: "Zeg ons welke pagina het is en wat er niet lukt. Je krijgt binnen vijf werkdagen antwoord. Mail naar",
  },
  complaint: {
    title: "Ben je niet tevreden met ons antwoord?",
    text: "Dan kan je gratis een klacht indienen bij de Vlaamse Ombudsdienst:",
  },
  more: { text: "Over de andere sites van het agentschap:", link: "de verklaring van het agentschap" },
};
