import { randomUUID } from "node:crypto";
import type { StateMachineDefinition } from "../definition/definition.ts";
import { checkArn } from "../values/arns.ts";
import { ApiError } from "../values/failures.ts";
import type { MachineRecord, RevisionRecord } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { validate, wording } from "../definition/validation.ts";

export type NewRevision = { definition: string; roleArn: string; isInitial?: boolean };

const ROLE = /^arn:aws[\w-]*:iam::\d+:role\//;

const doesNotExist = (arn: string) =>
  new ApiError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);

/** State machines with their revisions. */
export class Machines {
  readonly #store: Store;
  readonly #now: () => number;
  /** Revisions never change, so each is read once. */
  readonly #revisions = new Map<string, RevisionRecord>();
  readonly #definitions = new Map<string, StateMachineDefinition>();

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  find(arn: string): MachineRecord | undefined {
    return this.#store.resource("machine", arn);
  }

  /** Throws for an unknown or invalid ARN. */
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
    this.#store.deleteResource(machine.arn);
  }

  /** The revision for new executions of a state machine. */
  current(arn: string): RevisionRecord {
    return this.revision(this.get(arn).revisionId);
  }

  revision(id: string): RevisionRecord {
    const known = this.#revisions.get(id) ?? this.#store.resource("revision", id);
    if (!known) throw new Error(`No revision ${id}`);
    this.#revisions.set(id, known);
    return known;
  }

  /** Adds a revision; the definition must be valid. */
  revise(
    machine: Pick<MachineRecord, "arn" | "name">,
    { definition, roleArn, isInitial }: NewRevision,
  ): RevisionRecord {
    const { diagnostics } = validate(definition);
    if (diagnostics.length > 0) throw new ApiError("InvalidDefinition", wording(diagnostics));
    if (!ROLE.test(roleArn)) throw new ApiError("InvalidArn", `Invalid Role Arn: '${roleArn}'`);
    const { arn: machineArn, name: machineName } = machine;
    const updatedAt = this.#now();
    const made = { id: randomUUID(), machineArn, machineName, definition, roleArn, updatedAt };
    const revision = isInitial ? { ...made, isInitial } : made;
    this.#store.putResource("revision", revision.id, revision);
    return revision;
  }

  /** The definition of a revision, read once. It was valid when it was stored; later rules do not apply. */
  definitionOf(revision: RevisionRecord): StateMachineDefinition {
    const known = this.#definitions.get(revision.id);
    if (known) return known;
    const read: (text: string) => StateMachineDefinition = JSON.parse;
    const definition = read(revision.definition);
    this.#definitions.set(revision.id, definition);
    return definition;
  }
}
