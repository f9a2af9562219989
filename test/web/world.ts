import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import type { TestSite } from "./site.ts";

/** What is posted, counted, looked at and remembered on the way says nothing of what was done. */
const ON_THE_WAY = ["FORM", "LIMIT", "SESSION", "READINGS"];
const Stored = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  status: z.string().optional(),
  version: z.number().optional(),
  run: z.number().optional(),
  ended: z.unknown().optional(),
  assignee: z.unknown().optional(),
});

/** Whatever there is after an act, one line each: records, mails that SES got, files, and what the workflow was told. */
export async function worldOf({ name, client }: Table, site: TestSite): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
  const { mailer, files, workflow } = site;
  return [
    ...Items.flatMap((item) => recordOf(Stored.parse(item))),
    ...mailer.sent.map(({ to, subject }) => `mail ${to[0]?.email} ${subject.replace(/LED-\d+-\d+/, "")}`),
    ...[...files.exports.values()].map(() => "export"),
    ...files.removed.map(() => "removed"),
    ...[...workflow.executions.values()].map((status) => `execution ${status}`),
    ...workflow.answers.map(({ task, outcome }) => `answer ${task} ${outcome}`),
    ...workflow.failures.map((error) => `failure ${error}`),
  ].sort();
}

function recordOf({ pk, sk, status, version, run, ended, assignee }: z.infer<typeof Stored>): string[] {
  const [kind = ""] = pk.split("#");
  if (ON_THE_WAY.includes(kind)) return [];
  // A dossier is also written where a clock is set once more, which is nothing.
  const times = sk.startsWith("DOSSIER") ? undefined : version;
  const about = [status, times, run, ended && "ended", assignee && "assigned"].filter(Boolean);
  return [[kind, sk.split("#")[0], ...about].join(" ")];
}
