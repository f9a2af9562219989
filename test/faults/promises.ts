import { isUnderWay } from "../../functions/domain/dossier.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { archiveKeys, type DossierNow } from "./dossier-now.ts";

/** `now` beside another dossier with which nothing went wrong; `cut`: subjects of mails, each as often as SES took one and nobody heard of it. */
export type Compared = { now: DossierNow; undisturbed: DossierNow; cut: readonly string[] };
type Promised = (compared: Compared) => string[];

const breach = (isBroken: boolean, what: string): string[] => (isBroken ? [what] : []);

const counted = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** How often each comes more, or less, than in the other. */
function differences(ours: readonly string[], others: readonly string[]): Map<string, number> {
  const [one, other] = [counted(ours), counted(others)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const all = [...names].map((name): [string, number] => [
    name,
    (one.get(name) ?? 0) - (other.get(name) ?? 0),
  ]);
  return new Map(all.filter(([, difference]) => difference !== 0));
}

const told = (found: Map<string, number>): string[] =>
  [...found].map(([name, difference]) => `${difference > 0 ? "+" : ""}${difference} ${name}`);

const answers = ({ whole }: DossierNow): string[] =>
  whole.tasks.map((task) => `${taskId(task)} ${task.status} ${task.decision?.outcome ?? ""}`);

/** What must be true whenever everything has come to rest, whatever failed on the way. */
export const AT_REST = {
  "nothing is parked that could pass by itself": ({ now: { whole } }) =>
    whole.dossier.status === "PARKED"
      ? [
          `${whole.dossier.parked.error} ${whole.dossier.parked.cause} after ${whole.dossier.parked.lastState}`,
        ]
      : [],

  "the dossier is where an undisturbed one is": ({ now, undisturbed }) => {
    const where = ({ whole: { dossier } }: DossierNow) =>
      [
        ...[dossier.status, dossier.stage, dossier.run, dossier.pass],
        ...Object.entries(dossier.rounds).map(([stage, { number, from }]) => `${stage} ${number} ${from}`),
      ]
        .toSorted()
        .join();
    return breach(where(now) !== where(undisturbed), `${where(now)}, not ${where(undisturbed)}`);
  },

  "every task is there and is decided once": ({ now, undisturbed }) =>
    told(differences(answers(now), answers(undisturbed))),

  "no decision is lost": ({ now: { whole } }) =>
    whole.tasks.flatMap((task) =>
      breach(task.decision !== undefined && task.consumedAt === undefined, taskId(task)),
    ),

  "what is recorded as changed is so once": ({ now, undisturbed }) => {
    const changes = ({ whole }: DossierNow) => whole.changes.map(({ what }) => what);
    return told(differences(changes(now), changes(undisturbed)));
  },

  "every mail that must be there is there once": ({ now, undisturbed, cut }) => {
    const found = differences(now.mails, undisturbed.mails);
    for (const [mail, difference] of found) {
      const allowed = cut.filter((subject) => mail.endsWith(`: ${subject}`)).length;
      if (difference > 0 && difference <= allowed) found.delete(mail);
    }
    return told(found);
  },

  "every mail at SES is recorded as sent": ({ now: { whole } }) =>
    whole.mails.flatMap(({ key, status }) => breach(status !== "sent", `${key} ${status}`)),

  "no record is without its file, no file without its record": ({ now: { whole, files } }) => {
    const { id } = whole.dossier;
    const documents = whole.documents.filter(({ scan }) => scan === "accepted").map(({ s3Key }) => s3Key);
    const mails = whole.mails
      .map(({ key }) => archiveKeys(id, key))
      .flatMap((places) => places.find((place) => files.includes(place)) ?? places.slice(0, 1));
    return told(differences(files, [...documents, ...mails]));
  },

  "nothing that is due is left": ({ now: { whole, time } }) =>
    [
      { name: "dossier", clocks: whole.dossier.clocks },
      ...whole.tasks.map((task) => ({ name: taskId(task), ...task })),
    ]
      .flatMap(({ name, clocks }) => Object.entries(clocks).map(([clock, at]) => ({ name, clock, at })))
      .flatMap(({ name, clock, at }) => breach(at <= time, `${name}: ${clock} ${at}`)),

  "one execution runs, or none where nothing is under way": ({ now: { executions, whole } }) => {
    const running = executions.filter(({ status }) => status === "RUNNING");
    const bad = executions.filter(({ status }) => !["RUNNING", "SUCCEEDED"].includes(status));
    return [
      ...breach(running.length !== (isUnderWay(whole.dossier) ? 1 : 0), `${running.length} run`),
      ...bad.map(({ name, status }) => `${name} ${status}`),
    ];
  },

  "no event is lost": ({ now: { lost } }) => lost,
} as const satisfies Record<string, Promised>;

export type Broken = { promise: string; what: string[] };

export const brokenOf = (compared: Compared): Broken[] =>
  Object.entries(AT_REST)
    .map(([promise, look]) => ({ promise, what: look(compared) }))
    .filter(({ what }) => what.length > 0);
