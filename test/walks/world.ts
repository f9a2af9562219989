import { createApplication } from "../../functions/application/application.ts";
import { createStateHandlers } from "../../functions/application/states.ts";
import type { Backend } from "../../functions/application/backend.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { createWorkflow } from "../../functions/adapters/step-functions/workflow.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { dueShard } from "../../functions/adapters/dynamodb/keys.ts";
import { digestDue } from "../../functions/domain/log.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Due, Link, WholeDossier } from "../../functions/domain/ports.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import type { DocumentWriter } from "../../functions/templates/document-writer.ts";
import { NOW } from "../builders/dossier.ts";
import { MemoryItems, openMemoryTable } from "../fakes/memory-table.ts";
import { openTestBackend } from "../application/backend.ts";
import { Engine } from "./engine.ts";
import { Faults, isOfFault } from "./faults.ts";
import { machineArn } from "./machines.ts";
import { StillClock } from "./still-clock.ts";

/** Interval between two sweeps of follow-up, in milliseconds. */
export const SWEEP = 5 * 60_000;
export type MintedLink = { link: Link; secret: string };
/** Texts without their layout, which no rule reads: the same input gives the same bytes, another gives others. */
const unformatted: DocumentWriter = {
  writeDocx: async (_template, filling) => Buffer.from(JSON.stringify(filling)),
  writeBoth: async (_template, filling) => {
    const text = JSON.stringify(filling);
    return { docx: Buffer.from(text), pdf: Buffer.from(text) };
  },
  writeText: async (_template, filling) => unformatted.writeBoth(new Uint8Array(), filling),
};
export const TEAM = { role: "led-team", id: "tine-team", name: "Tine Teamlid" } as const;

/**
 * The complete product in this process, for one dossier: the synthesized state machines in the local Step Functions,
 * the acts behind them, and the stores on a table in memory. Mail, the bucket and the clock are stateful fakes. Rules
 * read the state without injected faults.
 */
export class World {
  readonly clock: StillClock;
  readonly faults = new Faults();
  readonly engine: Engine;
  readonly test;
  readonly acts;
  readonly #followUp;
  /** All mailed links, and all stored versions of the dossier, in order. */
  readonly links: MintedLink[];
  readonly written: Dossier[];
  /** The mails that were sent and recorded, by key of their record. */
  readonly mailed: string[];
  /** Failures of follow-up since the last check. */
  failures: { due: Due; error: unknown }[] = [];
  /** Typed texts. */
  readonly typed: Set<string>;
  sweptAt: number;
  /** Whether somebody stopped an execution. */
  stopped = false;
  dossierId: string;
  readonly #items: MemoryItems;
  #ids: number;

  /** `from`: a world at rest, which this one continues. */
  constructor(from?: World) {
    this.clock = new StillClock(from?.now.toISOString() ?? NOW);
    this.sweptAt = this.clock.now();
    this.links = [...(from?.links ?? [])];
    this.written = [...(from?.written ?? [])];
    this.mailed = [...(from?.mailed ?? [])];
    this.typed = new Set(from?.typed);
    this.dossierId = from?.dossierId ?? "";
    this.#ids = from ? from.#ids : 0;
    this.#items = from ? from.#items.copy() : new MemoryItems();
    const table = openMemoryTable(this.#items, () => this.now);
    this.test = openTestBackend(table);
    Object.defineProperty(this.test.time, "now", { get: () => this.now.toISOString() });
    for (const [path, message] of from?.test.archive.kept ?? []) this.test.archive.kept.set(path, message);
    for (const [day, digest] of from?.test.logDigests.kept ?? []) this.test.logDigests.kept.set(day, digest);
    this.engine = new Engine(this.clock, () => handlers, from?.engine);
    const tasks = createHumanTasks(table);
    this.acts = createApplication(this.#faulty({ ...this.test.backend, tasks }));
    const handlers = createStateHandlers(this.acts, unformatted);
    this.#followUp = createFollowUp(this.acts, (due, error) => this.failures.push({ due, error }));
  }

  get now(): Date {
    return new Date(this.clock.now());
  }

  newId(): string {
    this.#ids += 1;
    return `01WALK${String(this.#ids).padStart(20, "0")}`;
  }

  /** The ports as the acts see them: recorded, and failing on injected faults. */
  #faulty(real: Backend): Backend {
    const { faults } = this;
    const note = <D extends Dossier>(dossier: D): D => {
      this.written.push(dossier);
      return dossier;
    };
    return {
      ...real,
      newId: () => this.newId(),
      // Concurrent work runs in a deterministic order.
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      tasks: faults.on("tasks", real.tasks),
      accesses: faults.on("accesses", real.accesses),
      due: faults.on("due", real.due),
      tombstones: faults.on("tombstones", real.tombstones),
      files: faults.on("files", real.files),
      archive: faults.on("archive", real.archive),
      logs: faults.on("logs", real.logs),
      logDigests: faults.on("logDigests", real.logDigests),
      dossiers: faults.on("dossiers", {
        ...real.dossiers,
        create: async (...given: Parameters<typeof real.dossiers.create>) =>
          note(await real.dossiers.create(...given)),
        save: async (...given: Parameters<typeof real.dossiers.save>) =>
          note(await real.dossiers.save(...given)),
      }),
      links: faults.on("links", {
        ...real.links,
        mint: async (link: Link) => {
          const secret = await real.links.mint(link);
          this.links.push({ link, secret });
          return secret;
        },
      }),
      mails: faults.on("mails", {
        ...real.mails,
        settle: async (...given: Parameters<typeof real.mails.settle>) => {
          const [, record] = given;
          await real.mails.settle(...given);
          if (record.status === "sent") this.mailed.push(record.key);
        },
      }),
      documents: faults.on("documents", {
        ...real.documents,
        put: async (document: Omit<StoredDocument, "s3Key" | "s3VersionId">) => {
          const stored = { ...document, s3Key: `dossiers/${document.dossierId}/${document.id}` };
          await real.documents.record(stored);
          return stored;
        },
      }),
      mailer: faults.on("mailer", real.mailer),
      workflow: faults.on(
        "workflow",
        createWorkflow(this.engine.client(), {
          onboarding: machineArn("onboarding"),
          "out-of-use": machineArn("out-of-use"),
        }),
      ),
    };
  }

  /** Deploys, and opens the dossier. */
  async begin(kind: "onboarding" | "enquiry", contact: { name: string; email: string }): Promise<void> {
    await this.engine.deploy();
    const opened = await this.acts.openDossierByTeam(
      {
        organisationName: "Gemeente Voorbeeldegem",
        organisationType: "local-authority",
        enterpriseNumber: "0999999922",
        contactName: contact.name,
        contactEmail: contact.email,
        kind,
        message: "Wij zouden graag diploma's nakijken.",
      },
      TEAM,
    );
    if (opened.status !== "opened") throw new Error(`refused: ${JSON.stringify(opened)}`);
    this.dossierId = opened.dossierId;
    await this.engine.settled();
  }

  /** Everything about the dossier; undefined after its deletion. */
  whole(): Promise<WholeDossier | undefined> {
    return this.test.backend.dossiers.findWhole(this.dossierId);
  }

  /** Whether a digest of the log is due. */
  async logIsDue(): Promise<boolean> {
    const { items } = await this.test.backend.due.list(
      Number(dueShard(this.dossierId)),
      this.now.toISOString(),
    );
    return items.some(({ day }) => day !== undefined && digestDue(day) <= this.now.toISOString());
  }

  /** The earliest due time of all clocks. */
  async nextDue(): Promise<number | undefined> {
    const whole = await this.whole();
    const clocks = whole
      ? [whole.dossier, ...whole.tasks].flatMap(({ clocks: of }) => Object.values(of))
      : [];
    const [first] = clocks.sort();
    return first === undefined ? undefined : Date.parse(first);
  }

  async sweep(): Promise<void> {
    this.sweptAt = this.clock.now();
    await this.#followUp(() => true).catch((error: unknown) => {
      if (!isOfFault(error)) throw error;
    });
    await this.engine.settled();
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
