import { writeFile } from "node:fs/promises";
import * as z from "zod";
import { CAUSE_KINDS } from "../../functions/executions/causes.nl.ts";
import { AUDIENCES } from "../../functions/domain/people.ts";
import { STAGES } from "../../functions/domain/process.ts";
import { REFERENCE } from "../../functions/domain/reference.ts";
import type { AdminApi, Item } from "./admin-api.ts";
import { type DeadLetter, type DeadLetterDeps, listDeadLetters, settle } from "./dead-letters.ts";
import { EXIT, Failure } from "./failure.ts";
import type { Verified } from "../verify-log.ts";

export type Context = {
  api: AdminApi;
  deadLetters: () => DeadLetterDeps;
  verifyLog: (dossier: string) => Promise<Verified>;
  /** Whether to change something. Without it, a command only tells what it would do. */
  yes: boolean;
  options: Record<string, string | undefined>;
};
export type Command = {
  usage: string;
  about: string;
  /** Whether it changes something with `--yes`. */
  changes?: true;
  run(context: Context, args: string[]): Promise<unknown>;
};

const Found = z.object({ id: z.string() });
const Parked = z.looseObject({ dossierId: z.string(), reference: z.string(), causeGroup: z.string() });
const Made = z.object({ id: z.string() });

const needs = (value: string | undefined, what: string): string => {
  if (value) return value;
  throw new Failure("usage", `Give ${what}.`);
};

/** The id of a dossier that is given by id or by reference. */
async function idOf(api: AdminApi, given: string | undefined): Promise<string> {
  const name = needs(given, "the id or the reference of a dossier");
  if (!REFERENCE.test(name)) return name;
  const [found] = await api.list("/dossiers", { reference: name });
  if (!found) throw new Failure("refused", `No dossier has the reference ${name}.`);
  return Found.parse(found).id;
}

const wouldOr = async (context: Context, what: object, act: () => Promise<unknown>) =>
  context.yes ? { done: true, ...what, ...((await act()) as object | undefined) } : { dryRun: true, ...what };

async function resume(context: Context, [given]: string[]): Promise<unknown> {
  const { api, options } = context;
  const cause = options["cause"];
  if (cause !== undefined && !CAUSE_KINDS.some((kind) => kind === cause))
    throw new Failure("usage", `A cause is one of ${CAUSE_KINDS.join(", ")}.`);
  const chosen =
    cause === undefined
      ? [{ dossierId: await idOf(api, given), reference: given }]
      : (await api.list("/parked"))
          .map((item) => Parked.parse(item))
          .filter(({ causeGroup }) => causeGroup === cause)
          .map(({ dossierId, reference }) => ({ dossierId, reference }));
  const body = options["stage"] === undefined ? {} : { stage: options["stage"] };
  return wouldOr(context, { resumes: chosen }, async () => {
    for (const { dossierId } of chosen) await api.post(`/dossiers/${dossierId}/resume`, body);
  });
}

/** Those that wait for one role, or for anybody. */
const openTasks = async (api: AdminApi, role?: string): Promise<Item[]> =>
  (
    await Promise.all((role === undefined ? AUDIENCES : [role]).map((whose) => api.list("/tasks", { whose })))
  ).flat();

/** The figures of the overview are counted once an hour; absent before the first count. */
async function overviewOf(api: AdminApi): Promise<unknown> {
  try {
    return await api.get("/statistics");
  } catch (error) {
    if (error instanceof Failure && error.code === EXIT.refused) return undefined;
    throw error;
  }
}

async function statistics({ api }: Context) {
  const all = await openTasks(api);
  const now = new Date().toISOString();
  const parked = (await api.list("/parked")).map((item) => Parked.parse(item));
  return {
    openTasks: countBy(all, "audience"),
    afterDeadline: all.filter(({ deadline }) => typeof deadline === "string" && deadline < now).length,
    openTasksByStage: countBy(all, "stage"),
    stopped: countBy(parked, "causeGroup"),
    overview: await overviewOf(api),
  };
}

const countBy = (items: readonly Item[], key: string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const name = String(item[key]);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

async function exportDossier(context: Context, [given]: string[]): Promise<unknown> {
  const { api, options } = context;
  const id = await idOf(api, given);
  const to = options["to"] ?? `${given}.zip`;
  return wouldOr(context, { exports: id, to }, async () => {
    const { id: made } = Made.parse(await api.post(`/dossiers/${id}/exports`, {}));
    const file = await api.file(`/dossiers/${id}/exports/${made}`);
    await writeFile(to, file);
    return { bytes: file.length };
  });
}

const shown = ({ queue, id, why, what }: DeadLetter) => ({ queue, id, why, ...what });

async function replay(context: Context): Promise<unknown> {
  const deps = context.deadLetters();
  const letters = await listDeadLetters(deps, context.options["queue"]);
  // A message for operators is read, and removed by --drop only.
  const isDropped = context.options["drop"] !== undefined;
  const chosen = letters.filter(({ what }) => what.act !== "tell" || isDropped);
  return wouldOr(context, { messages: letters.map(shown) }, async () => {
    for (const letter of chosen) await settle(deps, letter);
    return { settled: chosen.length, left: letters.length - chosen.length };
  });
}

/** The commands by name. */
export const COMMANDS: Record<string, Command> = {
  find: {
    usage: "find <reference | enterprise number | stage>",
    about: "dossiers, newest first within a stage",
    run: ({ api }, [given]) => {
      const text = needs(given, "a reference, an enterprise number or a stage");
      const stage = STAGES.find((known) => known === text.toUpperCase());
      if (stage) return api.list("/dossiers", { stage, sort: "latest" });
      return api.list("/dossiers", REFERENCE.test(text) ? { reference: text } : { enterpriseNumber: text });
    },
  },
  show: {
    usage: "show <dossier>",
    about: "a dossier with its tasks, documents and timeline",
    run: async ({ api }, [given]) => api.get(`/dossiers/${await idOf(api, given)}`),
  },
  tasks: {
    usage: "tasks [--role <role>]",
    about: "open tasks",
    run: ({ api, options }) => openTasks(api, options["role"]),
  },
  parked: {
    usage: "parked",
    about: "stopped dossiers, with the cause",
    run: ({ api }) => api.list("/parked"),
  },
  mails: {
    usage: "mails [--refused]",
    about: "mails that wait to be sent, oldest first; or whose address was refused in the last 30 days",
    run: ({ api, options }) =>
      api.list("/unsent-mails", { which: options["refused"] === undefined ? "waiting" : "refused" }),
  },
  forget: {
    usage: "forget <about> <key>",
    about: "stop waiting for a mail that nobody will send any more (see mails)",
    changes: true,
    run: async (context, [about, key]) => {
      const mail = { about: needs(about, "what the mail is about"), key: needs(key, "its key (see mails)") };
      return wouldOr(context, { forgets: mail }, () => context.api.post("/unsent-mails/forget", mail));
    },
  },
  resume: {
    usage: "resume <dossier> [--stage <stage>] | resume --cause <cause>",
    about: "continue a stopped dossier, or all of one cause",
    changes: true,
    run: resume,
  },
  resend: {
    usage: "resend <dossier> <task>",
    about: "mail a new link to an open task",
    changes: true,
    run: async (context, [given, task]) => {
      const id = await idOf(context.api, given);
      const taskId = needs(task, "the id of a task (see show)");
      return wouldOr(context, { mails: { dossier: id, task: taskId } }, () =>
        context.api.post(`/dossiers/${id}/tasks/${encodeURIComponent(taskId)}/link`),
      );
    },
  },
  move: {
    usage: "move [<dossier>]",
    about: "move one dossier, or all, to the current version of the workflow",
    changes: true,
    run: async ({ api, yes }, [given]) =>
      api.post("/workflow/moves", {
        dryRun: !yes,
        ...(given !== undefined && { dossierId: await idOf(api, given) }),
      }),
  },
  export: {
    usage: "export <dossier> [--to <file>]",
    about: "make a zip of a dossier and store it here",
    changes: true,
    run: exportDossier,
  },
  "verify-log": {
    usage: "verify-log <dossier>",
    about: "whether a dossier's log is as its digests say (with AWS credentials)",
    run: async ({ verifyLog }, [given]) => {
      const { found, text } = await verifyLog(needs(given, "the id or the reference of a dossier"));
      if (found !== "whole") throw new Failure(found === "difference" ? "refused" : "usage", text);
      return { verified: given, verdict: text };
    },
  },
  statistics: {
    usage: "statistics",
    about:
      "open and late tasks, stopped dossiers by cause, and the figures of the overview: stages, lead times, outcomes",
    run: (context) => statistics(context),
  },
  permissions: {
    usage: "permissions",
    about: "people of the LED who have signed in, with their roles",
    run: ({ api }) => api.get("/colleagues"),
  },
  replay: {
    usage: "replay [--queue <part of its name>] [--drop]",
    about:
      "dead letters with their cause; with --yes, hand them to their function again (with AWS credentials)",
    changes: true,
    run: (context) => replay(context),
  },
};
