import type { Program, State, StateMachineDefinition } from "../definition/definition.ts";
import type { JsonObject } from "../values/json.ts";
import type { Branch } from "../store/records.ts";

/** The branches of one execution: its main line, and those of each active Parallel and Map. */
export class BranchTree {
  readonly #definition: StateMachineDefinition;
  readonly #branches = new Map<number, Branch>();
  readonly #children = new Map<number, Branch[]>();
  readonly #changed = new Set<Branch>();
  readonly #removed = new Set<number>();
  #nextId = 0;

  /** `branches`: those of a resumed execution, in order of their ids. */
  constructor(definition: StateMachineDefinition, branches: Branch[]) {
    this.#definition = definition;
    for (const branch of branches) this.#hold(branch);
  }

  get root(): Branch | undefined {
    return this.#branches.get(0);
  }

  all(): Iterable<Branch> {
    return this.#branches.values();
  }

  get(id: number): Branch | undefined {
    return this.#branches.get(id);
  }

  /** Whether it has not been removed. */
  has(branch: Branch): boolean {
    return this.#branches.get(branch.id) === branch;
  }

  add(branch: Omit<Branch, "id" | "variables">): Branch {
    const added = { ...branch, id: this.#nextId, variables: {} };
    this.#hold(added);
    this.keep(added);
    return added;
  }

  #hold(branch: Branch): void {
    this.#branches.set(branch.id, branch);
    this.#nextId = branch.id + 1;
    if (branch.parent === null) return;
    const siblings = this.#children.get(branch.parent);
    if (siblings) siblings.push(branch);
    else this.#children.set(branch.parent, [branch]);
  }

  /** Marks a branch as changed. */
  keep(branch: Branch): void {
    this.#changed.add(branch);
  }

  children(parent: Branch): readonly Branch[] {
    return this.#children.get(parent.id) ?? [];
  }

  removeChildren(parent: Branch): void {
    for (const child of this.children(parent)) {
      this.removeChildren(child);
      this.#branches.delete(child.id);
      this.#changed.delete(child);
      this.#removed.add(child.id);
    }
    this.#children.delete(parent.id);
  }

  /** Changed and removed branches since `settle`. */
  changes(): { branches: Branch[]; removed: number[] } {
    return { branches: [...this.#changed], removed: [...this.#removed] };
  }

  /** Marks the changes as written. */
  settle(): void {
    this.#changed.clear();
    this.#removed.clear();
  }

  parentOf(branch: Branch): Branch | undefined {
    return branch.parent === null ? undefined : this.#branches.get(branch.parent);
  }

  /** The states that a branch runs. */
  programOf(branch: Branch): Program {
    const parent = this.parentOf(branch);
    if (!parent) return this.#definition;
    const around = this.stateOf(parent);
    if (around.Type === "Map") return around.ItemProcessor;
    const program = around.Type === "Parallel" ? around.Branches[branch.index] : undefined;
    if (!program) throw new Error(`No states for branch ${branch.id}`);
    return program;
  }

  stateOf(branch: Branch): State {
    const name = branch.visit?.state ?? "";
    const state = this.programOf(branch).States[name];
    if (!state) throw new Error(`No state '${name}'`);
    return state;
  }

  /** All variables that the branch can read: its own hide those of the enclosing scopes. */
  variablesOf(branch: Branch): JsonObject {
    const parent = this.parentOf(branch);
    return parent ? { ...this.variablesOf(parent), ...branch.variables } : branch.variables;
  }
}
