import { isUnderWay } from "../../functions/domain/dossier.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { archiveKeys, type DeletedNow, type DossierNow } from "./dossier-now.ts";

/**
 * `now`, beside a dossier without faults. `cut`: subjects of mails that SES accepted and whose answer was lost, once
 * per loss.
 */
export type Compared = { now: DossierNow; undisturbed: DossierNow; cut: readonly string[] };
type Promised = (compared: Compared) => string[];

const breach = (isBroken: boolean, what: string): string[] => (isBroken ? [what] : []);

const counted = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** How much more, or less, often each occurs than in the other. */
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

type Mails = Pick<DossierNow, "mails">;

function mailsThatDiffer({
  now,
  undisturbed,
  cut,
}: {
  now: Mails;
  undisturbed: Mails;
  cut: readonly string[];
}) {
  const found = differences(now.mails, undisturbed.mails);
  for (const [mail, difference] of found) {
    const allowed = cut.filter((subject) => mail.endsWith(`: ${subject}`)).length;
    if (difference > 0 && difference <= allowed) found.delete(mail);
  }
  return told(found);
}

/** Promises that hold whenever everything has come to rest, whatever failed before. */
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

  "every mail that must be there is there once": (compared) => mailsThatDiffer(compared),

  "every mail at SES is recorded as sent": ({ now: { whole }, cut }) =>
    whole.mails
      // A person who has the confirmation mail does not send the form again, and nothing else repeats that work.
      .filter(({ key, subject }) => key !== "confirmation" || !cut.includes(subject))
      .flatMap(({ key, status }) => breach(status !== "sent", `${key} ${status}`)),

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

type Deleted = { now: DeletedNow; undisturbed: DeletedNow; cut: readonly string[] };

/** Promises about a deleted dossier. */
export const ONCE_DELETED = {
  "what is left says the same": ({ now, undisturbed }) => {
    const said = ({ tombstone: { rule, ground, outcome, counts, clocks } }: DeletedNow) =>
      JSON.stringify([rule, ground, outcome, counts.tasks, counts.documents, Object.keys(clocks)]);
    return breach(said(now) !== said(undisturbed), `${said(now)}, not ${said(undisturbed)}`);
  },
  "no file is left": ({ now }) => now.files,
  "every mail that must be there is there once": (compared) => mailsThatDiffer(compared),
  "no execution runs": ({ now }) =>
    now.executions
      .filter(({ status }) => status !== "SUCCEEDED")
      .map(({ name, status }) => `${name} ${status}`),
  "no event is lost": ({ now: { lost } }) => lost,
} as const satisfies Record<string, (compared: Deleted) => string[]>;

export type Broken = { promise: string; what: string[] };
type Either = DossierNow | DeletedNow;

export function brokenOf({
  now,
  undisturbed,
  cut,
}: {
  now: Either;
  undisturbed: Either;
  cut: readonly string[];
}): Broken[] {
  if (now.whole && undisturbed.whole) return kept(AT_REST, { now, undisturbed, cut });
  if (!now.whole && !undisturbed.whole) return kept(ONCE_DELETED, { now, undisturbed, cut });
  return [
    { promise: "it is deleted when the undisturbed one is", what: [now.whole ? "not yet" : "too early"] },
  ];
}

const kept = <Given>(promises: Record<string, (given: Given) => string[]>, given: Given): Broken[] =>
  Object.entries(promises)
    .map(([promise, look]) => ({ promise, what: look(given) }))
    .filter(({ what }) => what.length > 0);
