import { createHash, randomUUID } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import { grantsUsed } from "./grants.ts";
import type { Permission, Statement } from "./statements.ts";

/** Grants by role ARN. */
export type ByRole = Record<string, string[]>;
const ByRole = z.record(z.string(), z.array(z.string()));
const Record = z.object({ policies: z.string(), used: ByRole, denied: ByRole });
export type UsesRecord = z.infer<typeof Record>;

/** The grants that roles used, and the requests that were denied. */
export class Uses {
  readonly #used = new Map<string, Set<string>>();
  readonly #denied = new Map<string, Set<string>>();

  note(roleArn: string, statements: readonly Statement[], permission: Permission, allowed: boolean): void {
    if (!allowed) return add(this.#denied, roleArn, [described(permission)]);
    for (const statement of statements) add(this.#used, roleArn, grantsUsed(statement, permission));
  }

  /** Adds to the results of other processes with the same policies. */
  write(folder: string, policies: string): void {
    mkdirSync(folder, { recursive: true });
    const record: UsesRecord = { policies, used: plain(this.#used), denied: plain(this.#denied) };
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(record));
  }
}

/** Fingerprint of the policies of a record: another template makes another record. */
export const nameOf = (statements: ReadonlyMap<string, Statement[]>): string =>
  createHash("sha256")
    .update(JSON.stringify([...statements]))
    .digest("hex");

/**
 * Results of all processes. A used grant counts under changed policies too, while the grant exists; a denial counts
 * only under these policies.
 */
export function readUses(folder: string, policies: string): { runs: number; used: ByRole; denied: ByRole } {
  const [used, denied] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  let runs = 0;
  for (const file of globSync(join(folder, "*.json"))) {
    const record = Record.parse(parseJson(readFileSync(file, "utf8")));
    runs += 1;
    for (const [role, rights] of Object.entries(record.used)) add(used, role, rights);
    if (record.policies !== policies) continue;
    for (const [role, rights] of Object.entries(record.denied)) add(denied, role, rights);
  }
  return { runs, used: plain(used), denied: plain(denied) };
}

function add(to: Map<string, Set<string>>, role: string, rights: Iterable<string>): void {
  const known = to.get(role) ?? new Set();
  for (const right of rights) known.add(right);
  to.set(role, known);
}

const plain = (rights: Map<string, Set<string>>): ByRole =>
  Object.fromEntries([...rights].map(([role, set]) => [role, [...set].sort()]));

/** Without ids: the kind of partition and the prefix in a bucket suffice. */
function described({ action, resource, context }: Permission): string {
  const keys = (context?.["dynamodb:LeadingKeys"] ?? []).map((key) => key.replace(/#.*$/s, "#*"));
  const place = resource.replace(/^(arn:aws:s3:::[^/]+\/[^/]+\/).*$/s, "$1*");
  return `${action} ${place}${keys.length > 0 ? ` where dynamodb:LeadingKeys is ${keys.join(", ")}` : ""}`;
}
