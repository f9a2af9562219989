import { S3Client } from "@aws-sdk/client-s3";
import type { Backend } from "../../functions/adapters/backend.ts";
import { createAccesses } from "../../functions/adapters/dynamodb/accesses.ts";
import { createContactRequests } from "../../functions/adapters/dynamodb/contact-requests.ts";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createDueItems } from "../../functions/adapters/dynamodb/due-items.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { createLimits } from "../../functions/adapters/dynamodb/limits.ts";
import { createLinks } from "../../functions/adapters/dynamodb/links.ts";
import { createMailRecords } from "../../functions/adapters/dynamodb/mail-records.ts";
import { createSessions } from "../../functions/adapters/dynamodb/sessions.ts";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import { createWorkflow } from "../../functions/adapters/step-functions/workflow.ts";
import { createOpenDossierByTeam } from "../../functions/contact/open-dossier-by-team.ts";
import type { Dossiers, Due, Link, WholeDossier } from "../../functions/domain/ports.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { createSideActs } from "../../functions/side-acts.ts";
import { TASKS } from "../../functions/tasks.ts";
import { createActs } from "../../functions/workflow/acts.ts";
import { createDecideTask } from "../../functions/workflow/decide-task.ts";
import { createPassOnDecision } from "../../functions/workflow/pass-on-decision.ts";
import { NOW } from "../builders/dossier.ts";
import { NAMES } from "../builders/names.ts";
import { FakeArchive, FakeMailer } from "../fakes/mailer.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";
import { Engine } from "./engine.ts";
import { Faults } from "./faults.ts";
import { createHandlers } from "./handlers.ts";
import { machineArn } from "./machines.ts";
import { StillClock } from "./still-clock.ts";

/** How long a sweep of follow-up is away from the next, in milliseconds. */
export const SWEEP = 5 * 60_000;

export type MintedLink = { link: Link; secret: string };

/**
 * The whole product in this process, for one dossier: the synthesized state machines in the local Step Functions, the
 * acts behind them, the stores on a table in memory. Mail, the bucket and the clock are stand-ins that keep state.
 */
export class World {
  readonly clock = new StillClock(NOW);
  readonly faults = new Faults();
  readonly mailer = new FakeMailer();
  readonly archive = new FakeArchive();
  readonly alarms: string[] = [];
  /** Every link that was mailed. */
  readonly links: MintedLink[] = [];
  /** Every state that the dossier was written in, in order. */
  readonly written: WholeDossier["dossier"][] = [];
  /** The mails that were handed over, by key of their record. */
  readonly mailed: string[] = [];
  /** What follow-up could not do since it was last looked at. */
  readonly failures: { due: Due; error: unknown }[] = [];
  readonly #table: Table;
  readonly engine: Engine;
  readonly acts;
  readonly #dossiers: Dossiers;
  readonly due;
  readonly findLink;
  readonly decideTask;
  readonly #followUp;
  readonly recordDocument;
  dossierId = "";
  #ids = 0;

  constructor(table = openMemoryTable()) {
    this.#table = table;
    this.#dossiers = createDossiers(table);
    this.due = createDueItems(table);
    this.findLink = createLinks(table, () => this.now).find;
    this.engine = new Engine(this.clock, () => handlers);
    const backend = this.#backend();
    this.recordDocument = createDocuments(BUCKET, table).record;
    this.acts = createActs(backend);
    const handlers = createHandlers(this.acts);
    const passOn = createPassOnDecision({ ...this.acts, sideActs: createSideActs(this.acts) });
    this.decideTask = createDecideTask({ ...this.acts, definitions: TASKS, passOn });
    this.#followUp = createFollowUp(this.acts, (due, error) => this.failures.push({ due, error }));
  }

  get now(): Date {
    return new Date(this.clock.now());
  }

  newId(): string {
    this.#ids += 1;
    return `01WALK${String(this.#ids).padStart(20, "0")}`;
  }

  #backend(): Backend {
    const { faults, mailer } = this;
    const table = this.#table;
    const now = () => this.now;
    const dossiers = this.#dossiers;
    const links = createLinks(table, now);
    const mails = createMailRecords(table);
    const documents = createDocuments(BUCKET, table);
    let sending = "";
    return {
      now,
      newId: () => this.newId(),
      dossiers: faults.on("dossiers", {
        ...dossiers,
        create: async (dossier, requestId) => this.#note(await dossiers.create(dossier, requestId)),
        save: async (dossier, changes) => this.#note(await dossiers.save(dossier, changes)),
      } satisfies Dossiers),
      tasks: faults.on("tasks", createHumanTasks(table)),
      accesses: faults.on("accesses", createAccesses(table)),
      due: faults.on("due", createDueItems(table)),
      links: faults.on("links", {
        ...links,
        mint: async (link: Link) => {
          const secret = await links.mint(link);
          this.links.push({ link, secret });
          return secret;
        },
      }),
      requests: createContactRequests(table),
      mails: faults.on("mails", {
        ...mails,
        save: async (dossierId: string, record: Parameters<typeof mails.save>[1]) => {
          if (record.status === "sending") sending = record.key;
          await mails.save(dossierId, record);
        },
      }),
      sessions: createSessions(table, now),
      limits: createLimits(table, now),
      documents: faults.on("documents", {
        ...documents,
        put: async (document: Parameters<typeof documents.put>[0]) => {
          const stored = { ...document, s3Key: `dossiers/${document.dossierId}/${document.id}` };
          await documents.record(stored);
          return stored;
        },
      }),
      archive: faults.on("archive", this.archive),
      mailer: faults.on("mailer", {
        send: async (mail: Parameters<typeof mailer.send>[0]) => {
          this.mailed.push(sending);
          return mailer.send(mail);
        },
      }),
      workflow: faults.on(
        "workflow",
        createWorkflow(this.engine.client(), {
          onboarding: machineArn("onboarding"),
          "out-of-use": machineArn("out-of-use"),
        }),
      ),
      alarm: (dossierId) => void this.alarms.push(dossierId),
      site: SITE,
    };
  }

  #note<D extends WholeDossier["dossier"]>(dossier: D): D {
    this.written.push(dossier);
    return dossier;
  }

  /** Deploys, and opens the dossier. */
  async begin(kind: "onboarding" | "enquiry", contact: { name: string; email: string }): Promise<void> {
    await this.engine.deploy();
    const open = createOpenDossierByTeam(this.acts);
    const fields = {
      organisationName: "Gemeente Voorbeeldegem",
      organisationType: "local-authority",
      enterpriseNumber: "0207494678",
      contactName: contact.name,
      contactEmail: contact.email,
      kind,
      message: "Wij zouden graag diploma's nakijken.",
    };
    const opened = await open(fields, TEAM);
    if (opened.status !== "opened") throw new Error(`refused: ${JSON.stringify(opened)}`);
    this.dossierId = opened.dossierId;
    await this.engine.settled();
  }

  /** Everything of the dossier, read past the faults. */
  async whole(): Promise<WholeDossier> {
    const whole = await this.#dossiers.findWhole(this.dossierId);
    if (!whole) throw new Error("the dossier is gone");
    return whole;
  }

  async sweep(): Promise<void> {
    await this.#followUp(() => true);
    await this.engine.settled();
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

export const TEAM = { role: "led-team", id: "tine-team", name: "Tine Teamlid" } as const;

const BUCKET = {
  client: new S3Client({ region: "eu-west-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } }),
  name: "documents",
};

const SITE: Backend["site"] = {
  publicUrl: "https://led.example/live",
  names: NAMES,
  mailboxes: {
    ledTeam: "led@team.example",
    ledDpo: "dpo@team.example",
    leadingOfficial: "official@team.example",
  },
};
