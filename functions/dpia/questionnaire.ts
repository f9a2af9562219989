/** Raise this version with every change to a criterion: a conclusion records the version that it is based on. */
export const QUESTIONNAIRE_VERSION = "2026-1";

/**
 * `a`: the cases in the GDPR. `b`: the list of the Belgian supervisor. `c`: the nine criteria of the European
 * guidelines.
 */
export type Part = "a" | "b" | "c";
export type Criterion = { id: string; question: { nl: string }; source: string };

const belgianList = "Gegevensbeschermingsautoriteit, lijst van 2019 (AVG, artikel 35, lid 4)";

/** The criteria of the pre-assessment, by part and in order. Stored conclusions refer to the ids. */
export const QUESTIONNAIRE = {
  a: [
    {
      id: "a1",
      question: {
        nl: "Worden mensen systematisch, uitgebreid en geautomatiseerd beoordeeld, en volgen daaruit beslissingen met rechtsgevolgen of met een gelijkaardig effect?",
      },
      source: "AVG, artikel 35, lid 3, a",
    },
    {
      id: "a2",
      question: {
        nl: "Gaat het op grote schaal om bijzondere categorieën van persoonsgegevens of om strafrechtelijke gegevens?",
      },
      source: "AVG, artikel 35, lid 3, b",
    },
    {
      id: "a3",
      question: {
        nl: "Worden openbare plaatsen systematisch en op grote schaal gemonitord?",
      },
      source: "AVG, artikel 35, lid 3, c",
    },
  ],
  b: [
    {
      id: "b1",
      question: {
        nl: "Worden mensen met biometrische gegevens geïdentificeerd op een plaats die voor het publiek open is?",
      },
      source: belgianList,
    },
    {
      id: "b2",
      question: {
        nl: "Worden gegevens bij derden verzameld om een dienstverleningsovereenkomst met iemand te weigeren of stop te zetten?",
      },
      source: belgianList,
    },
    {
      id: "b3",
      question: { nl: "Worden gezondheidsgegevens automatisch verzameld met een actief medisch implantaat?" },
      source: belgianList,
    },
    {
      id: "b4",
      question: {
        nl: "Worden op grote schaal gegevens van derden verzameld om iemands economische situatie, gezondheid, voorkeuren, betrouwbaarheid, gedrag of verplaatsingen te analyseren of te voorspellen?",
      },
      source: belgianList,
    },
    {
      id: "b5",
      question: {
        nl: "Wisselen verwerkingsverantwoordelijken systematisch bijzondere of zeer persoonlijke gegevens uit, zoals over armoede, werkloosheid, jeugdzorg of maatschappelijk werk?",
      },
      source: belgianList,
    },
    {
      id: "b6",
      question: {
        nl: "Worden op grote schaal gegevens van sensoren verwerkt, zoals van slimme toestellen, om mensen te analyseren of hun gedrag te voorspellen?",
      },
      source: belgianList,
    },
    {
      id: "b7",
      question: {
        nl: "Worden op grote schaal telefonie-, internet-, meta- of locatiegegevens verwerkt die naar mensen te herleiden zijn, zonder dat dit strikt nodig is voor een dienst die de betrokkene vroeg?",
      },
      source: belgianList,
    },
    {
      id: "b8",
      question: {
        nl: "Wordt gedrag van mensen op grote schaal, systematisch en geautomatiseerd geobserveerd of beïnvloed?",
      },
      source: belgianList,
    },
  ],
  c: [
    {
      id: "c1",
      question: { nl: "Krijgen mensen een evaluatie of een score, of worden profielen gemaakt?" },
      source: "WP248 rev.01, criterium 1",
    },
    {
      id: "c2",
      question: {
        nl: "Worden beslissingen geautomatiseerd genomen, met rechtsgevolgen of een gelijkaardig effect?",
      },
      source: "WP248 rev.01, criterium 2",
    },
    {
      id: "c3",
      question: { nl: "Worden mensen systematisch gevolgd of gecontroleerd?" },
      source: "WP248 rev.01, criterium 3",
    },
    {
      id: "c4",
      question: { nl: "Gaat het om gevoelige of zeer persoonlijke gegevens?" },
      source: "WP248 rev.01, criterium 4",
    },
    {
      id: "c5",
      question: { nl: "Gebeurt de verwerking op grote schaal?" },
      source: "WP248 rev.01, criterium 5",
    },
    {
      id: "c6",
      question: { nl: "Worden gegevens uit verschillende bronnen gekoppeld of samengevoegd?" },
      source: "WP248 rev.01, criterium 6",
    },
    {
      id: "c7",
      question: {
        nl: "Gaat het om kwetsbare mensen, zoals minderjarigen, leerlingen, werknemers of sollicitanten?",
      },
      source: "WP248 rev.01, criterium 7",
    },
    {
      id: "c8",
      question: { nl: "Wordt er nieuwe technologie gebruikt, of een nieuwe organisatorische oplossing?" },
      source: "WP248 rev.01, criterium 8",
    },
    {
      id: "c9",
      question: {
        nl: "Kan de verwerking mensen beletten om een recht uit te oefenen, of om een dienst of contract te krijgen?",
      },
      source: "WP248 rev.01, criterium 9",
    },
  ],
} as const satisfies Record<Part, readonly Criterion[]>;
