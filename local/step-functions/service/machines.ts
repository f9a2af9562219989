import { randomUUID } from "node:crypto";
import type { StateMachineDefinition } from "../definition/definition.ts";
import { checkArn } from "../values/arns.ts";
import { ApiError } from "../values/failures.ts";
import type { AliasRecord, MachineRecord, MachineType, RevisionRecord, VersionRecord } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { validate, wording } from "../definition/validation.ts";

/** What a StartExecution runs: a revision, reached through a state machine, a version or an alias. */
export type Target = { revision: RevisionRecord; versionArn?: string; aliasArn?: string };

export type NewRevision = { definition: string; roleArn: string; isInitial?: boolean };

const ROLE = /^arn:aws[\w-]*:iam::\d+:role\//;

export const doesNotExist = (arn: string) =>
  new ApiError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);

/** State machines with their revisions, versions and aliases. */
export class Machines {
  readonly #store: Store;
  readonly #now: () => number;
  /** Revisions never change: each is read once. */
  readonly #revisions = new Map<string, RevisionRecord>();
  readonly #definitions = new Map<string, StateMachineDefinition>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  find(arn: string): MachineRecord | undefined {
    return this.#store.resource("machine", arn);
  }

  /** Throws where there is none, or no ARN of one. */
  get(arn: string): MachineRecord {
    checkArn(arn, "stateMachine");
    const machine = this.find(arn);
    if (!machine) throw doesNotExist(arn);
    return machine;
  }

  all(): MachineRecord[] {
    return this.#store.resources("machine");
  }

  put(machine: MachineRecord): void {
    this.#store.putResource("machine", machine.arn, machine);
  }

  delete(machine: MachineRecord): void {
    for (const { arn } of [...this.versions(machine.arn), ...this.aliases(machine.arn), machine]) {
      this.#store.deleteResource(arn);
    }
  }

  revision(id: string): RevisionRecord {
    const known = this.#revisions.get(id) ?? this.#store.resource("revision", id);
    if (!known) throw new Error(`No revision ${id}`);
    this.#revisions.set(id, known);
    return known;
  }

  /** Adds a revision; the definition must be valid. */
  revise(
    machine: Pick<MachineRecord, "arn" | "name" | "type">,
    { definition, roleArn, isInitial }: NewRevision,
  ): RevisionRecord {
    this.#check(definition, machine.type);
    if (!ROLE.test(roleArn)) throw new ApiError("InvalidArn", `Invalid Role Arn: '${roleArn}'`);
    const { arn: machineArn, name: machineName, type } = machine;
    const updatedAt = this.#now();
    const made = { id: randomUUID(), machineArn, machineName, type, definition, roleArn, updatedAt };
    const revision = isInitial ? { ...made, isInitial } : made;
    this.#store.putResource("revision", revision.id, revision);
    return revision;
  }

  #check(definition: string, type: MachineType): void {
    const { diagnostics } = validate(definition, type);
    if (diagnostics.length > 0) throw new ApiError("InvalidDefinition", wording(diagnostics));
  }

  /** The definition of a revision, read once. It was valid when it was stored: rules that came later are not for it. */
  definitionOf(revision: RevisionRecord): StateMachineDefinition {
    const known = this.#definitions.get(revision.id);
    if (known) return known;
    const read: (text: string) => StateMachineDefinition = JSON.parse;
    const definition = read(revision.definition);
    this.#definitions.set(revision.id, definition);
    return definition;
  }

  versions(machineArn: string): VersionRecord[] {
    const all = this.#store.resources("version");
    return all.filter((version) => version.machineArn === machineArn).sort((a, b) => b.number - a.number);
  }

  version(arn: string): VersionRecord | undefined {
    return this.#store.resource("version", arn);
  }

  /** The newest version when it has the current revision already, else a new one. */
  publish(machine: MachineRecord, description?: string): VersionRecord {
    const newest = this.versions(machine.arn)[0];
    if (newest?.revisionId === machine.revisionId) return newest;
    machine.lastVersion += 1;
    this.put(machine);
    const { arn: machineArn, revisionId, lastVersion: number } = machine;
    const arn = `${machineArn}:${number}`;
    const version = { arn, machineArn, revisionId, number, description, createdAt: this.#now() };
    this.#store.putResource("version", arn, version);
    return version;
  }

  aliases(machineArn: string): AliasRecord[] {
    return this.#store.resources("alias").filter((alias) => alias.machineArn === machineArn);
  }

  alias(arn: string): AliasRecord | undefined {
    return this.#store.resource("alias", arn);
  }

  putAlias(alias: AliasRecord): void {
    this.#store.putResource("alias", alias.arn, alias);
  }

  deleteResource(arn: string): void {
    this.#store.deleteResource(arn);
  }

  /** What an ARN of a state machine, a version or an alias stands for now. */
  resolve(arn: string): Target {
    checkArn(arn, "stateMachine");
    const machine = this.find(arn);
    if (machine) return { revision: this.revision(machine.revisionId) };
    const alias = this.alias(arn);
    const versionArn = alias ? pick(alias.routes) : arn;
    const version = this.version(versionArn);
    if (!version) throw doesNotExist(arn);
    const target = { revision: this.revision(version.revisionId), versionArn };
    return alias ? { ...target, aliasArn: alias.arn } : target;
  }
}

/** One of an alias's versions, by their weights out of 100. */
function pick(routes: AliasRecord["routes"]): string {
  let rest = Math.random() * 100;
  for (const { stateMachineVersionArn, weight } of routes) {
    rest -= weight;
    if (rest < 0) return stateMachineVersionArn;
  }
  return routes.at(-1)?.stateMachineVersionArn ?? "";
}
