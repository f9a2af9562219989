/** Texts of the list of tasks, and of what is done with several tasks at once. */
export const workTexts = {
  filter: {
    title: "Kies welke taken je ziet",
    whose: "Van wie?",
    own: "van ons",
    show: "Wie nam ze op?",
    kind: "Soort taak",
    sorts: {
      deadline: "eerst wat eerst klaar moet",
      since: "eerst wat het langst wacht",
      organisation: "op organisatie",
    },
  },
  counts: {
    title: "Snel kiezen",
    all: (count: number) => `alle taken (${count})`,
    mine: (count: number) => `mijn taken (${count})`,
    unclaimed: (count: number) => `taken die niemand opnam (${count})`,
    late: (count: number) => `te laat (${count})`,
    held: (count: number) => `gepauzeerd (${count})`,
  },
  waits: "Wacht op anderen",
  waitsFor: (who: string, count: number | undefined) =>
    count === undefined ? `Wacht op: ${who}` : `Wacht op: ${who} (${count})`,
  shown: (from: number, to: number, all: number) => `${from} tot ${to} van ${all} taken`,
  notAll: "Er zijn meer taken dan hier meetellen. Kies een soort of een stap.",
  select: (of: string) => `Kies ${of}`,
  selectTitle: "Kies",
  late: (day: string, late: string) => `${day} · ${late} te laat`,
  previous: "Vorige",
  next: "Volgende",
  pages: "Pagina's",
  downloads: "Neem deze lijst mee:",
  csv: "als rekenblad (CSV)",
  json: "als JSON",
  bulk: {
    title: "Met de gekozen taken",
    claim: "Neem op",
    release: "Geef terug",
    remind: "Stuur een herinnering",
    handOver: "Geef door",
    to: "Geef door aan",
    none: "Kies eerst een of meer taken.",
    done: {
      claim: (count: number) => `${taken(count)} opgenomen.`,
      release: (count: number) => `${taken(count)} teruggegeven.`,
      remind: (count: number) => `Herinnering verstuurd voor ${taken(count)}.`,
      "hand-over": (count: number) => `${taken(count)} doorgegeven.`,
    },
    notDone: "Niet gelukt",
    title409: "Een deel is niet gelukt",
    mailedTooOften:
      "voor dit dossier zijn al enkele herinneringen verstuurd. Probeer het over een uur opnieuw.",
    notOpen: "deze taak is niet meer open.",
    notConsumer: "alleen aan de aanvrager sturen we een herinnering.",
    unknown: "deze taak is niet voor jou.",
    back: "Terug naar de taken",
  },
};

function taken(count: number): string {
  return count === 1 ? "1 taak" : `${count} taken`;
}
