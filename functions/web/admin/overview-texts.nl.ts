import type { LineBucket } from "../../domain/overview-line.ts";
import { stageNames } from "../../domain/texts.nl.ts";

/** Texts of the list of dossiers, the board and the figures. */
export const bucketNames: Record<LineBucket, string> = { ...stageNames, CLOSED: "Afgesloten" };

const days = (count: number): string => `${count.toLocaleString("nl-BE")} ${count === 1 ? "dag" : "dagen"}`;

export const overviewTexts = {
  list: {
    title: "Alle dossiers",
    filter: "Kies welke dossiers je ziet",
    life: "Toestand",
    lives: { open: "in behandeling", "in-use": "in gebruik", closed: "afgesloten" },
    turn: "Wie is aan zet?",
    sorts: {
      since: "langst in deze stap eerst",
      latest: "kortst in deze stap eerst",
      deadline: "eerst wat eerst klaar moet",
    },
    turnOf: "Aan zet",
    nobody: "niemand",
    task: "Waarop het wacht",
    kind: "Soort",
    opened: "Geopend",
    term: "Einde van de looptijd",
    more: "Meer dossiers",
    goOn: "Zoek verder",
    notAll: "Er kunnen nog dossiers volgen die passen.",
    upTo: (moment: string) => `Bijgewerkt tot ${moment}. Een dossier zelf toont altijd de laatste stand.`,
    notYet: "De lijst wordt nog opgebouwd. Nog niet elk dossier staat erin.",
    firstPart: (most: number) => `een bestand heeft ten hoogste ${most.toLocaleString("nl-BE")} dossiers`,
  },
  board: {
    nav: "Overzicht",
    title: "Overzicht",
    countedAt: (moment: string) => `Geteld op ${moment}.`,
    notYet: "De cijfers worden nog geteld. Kijk over enkele minuten opnieuw.",
    stages: "Per stap",
    count: "Dossiers",
    late: "Te laat",
    held: "Gepauzeerd",
    slowest: "Langst in deze stap",
    turns: "Wie is aan zet?",
    side: "Wie",
    since: (count: number) => days(count),
    leadTimes: "Doorlooptijd",
    leadTimesHint:
      "Hoelang elke partij in een stap aan zet was, in kalenderdagen zonder pauzes. De helft van de dossiers duurde hoogstens de mediaan, negen op de tien hoogstens p90.",
    leadTimesAlt:
      "Staafdiagram van de mediaan en p90 per stap en partij. De tabel eronder heeft dezelfde cijfers.",
    sides: { consumer: "Afnemer", led: "LED" },
    dossiers: "Dossiers",
    median: "Mediaan",
    p90: "p90",
    months: "Per maand",
    monthsAlt:
      "Staafdiagram van nieuwe, in gebruik genomen en afgesloten dossiers per maand. De tabel eronder heeft dezelfde cijfers.",
    month: "Maand",
    opened: "Nieuw",
    started: "In gebruik",
    closed: "Afgesloten",
    rounds: "Rondes per stap",
    roundsHint: "Hoeveel rondes een stap nodig had tot nu toe.",
    round: (number: number) => (number === 1 ? "1 ronde" : number === 4 ? "4 of meer" : `${number} rondes`),
    use: "In gebruik",
    inUse: (count: number) => `In gebruik: ${count.toLocaleString("nl-BE")}.`,
    ending: (count: number) =>
      count === 0
        ? "Geen enkele looptijd eindigt binnen zes maanden."
        : `Looptijden die binnen zes maanden eindigen: ${count.toLocaleString("nl-BE")}.`,
    end: "Einde",
    none: "Er zijn nog geen cijfers.",
  },
};
