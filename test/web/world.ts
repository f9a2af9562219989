import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import type { TestSite } from "./site.ts";

/** Items about posting, counting, reading and remembering are not effects of an act. */
const ON_THE_WAY = ["FORM", "LIMIT", "SESSION", "READINGS"];
const Stored = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  status: z.string().optional(),
  version: z.number().optional(),
  run: z.number().optional(),
  ended: z.unknown().optional(),
  assignee: z.unknown().optional(),
  removed: z.unknown().optional(),
});

/** All effects after an act, one line each: records, mails that SES received, files, and messages to the workflow. */
export async function worldOf({ name, client }: Table, site: TestSite): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
  const { mailer, files, workflow } = site;
  return [
    ...Items.flatMap((item) => recordOf(Stored.parse(item))),
    ...mailer.sent.map(({ to, subject }) => `mail ${to[0]?.email} ${subject.replace(/LED-\d+-\d+/, "")}`),
    ...[...files.exports.values()].map(() => "export"),
    ...[...mailer.suppressed].map((address) => `suppressed ${address}`),
    ...files.removed.map(() => "removed"),
    ...[...workflow.executions.values()].map((status) => `execution ${status}`),
    ...workflow.answers.map(({ task, outcome }) => `answer ${task} ${outcome}`),
    ...workflow.failures.map((error) => `failure ${error}`),
  ].sort();
}

function recordOf({
  pk,
  sk,
  status,
  version,
  run,
  ended,
  assignee,
  removed,
}: z.infer<typeof Stored>): string[] {
  const [kind = ""] = pk.split("#");
  if (ON_THE_WAY.includes(kind)) return [];
  // Setting a clock again also writes the dossier, without another effect.
  const times = sk.startsWith("DOSSIER") ? undefined : version;
  const about = [status, times, run, ended && "ended", assignee && "assigned", removed && "removed"].filter(
    Boolean,
  );
  return [[kind, sk.split("#")[0], ...about].join(" ")];
}
