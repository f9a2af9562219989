import { S3Client } from "@aws-sdk/client-s3";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { type HumanTask, taskId } from "../../functions/domain/human-task.ts";
import { type Role, ROLES } from "../../functions/domain/people.ts";
import type { LinkTarget } from "../../functions/domain/ports.ts";
import { createApplication } from "../../functions/application/application.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { createAcceptTemplate, createRestoreTemplate } from "../../functions/protocol/change-template.ts";
import { type AdminDeps, createAdminApp } from "../../functions/web/admin-app.tsx";
import { createPublicApp, type PublicDeps } from "../../functions/web/public-app.tsx";
import { createExportDossier } from "../../functions/web/export/export-dossier.ts";
import { Refusal } from "../../functions/web/http/refusals.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { openTestBackend } from "../application/backend.ts";
import { Visitor } from "./visitor.ts";

const LATER = "2027-11-23T09:00:00.000Z";
let number = 0;

type Call = { token?: string; type?: string; key?: string; headers?: Record<string, string> };

/** Both apps of the site on real stores and real acts; only AWS services and the issuer are fakes. */
export function openSite(table: Table, publicUrl = "https://led.example/live") {
  const test = openTestBackend(table);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new S3Client({ region: "eu-west-1", credentials });
  const documents = {
    ...createDocuments({ client, name: "documents" }, table),
    isThere: async ({ id }: StoredDocument) => !test.files.gone.has(id),
  };
  const acts = createApplication({
    ...test.backend,
    documents,
    site: { ...test.backend.site, publicUrl },
    suppressions: test.mailer.suppressions,
  });
  const tokens = new Map<string, Awaited<ReturnType<AdminDeps["verifyBearer"]>>>([
    ["team", { subject: "staff-1", name: "Lies Team", roles: ["led-team"] }],
  ]);
  const publicDeps: PublicDeps = {
    ...acts,
    pause: async () => undefined,
    addressOf: () => "192.0.2.1",
  };
  const publicApp = createPublicApp(publicDeps);
  const adminDeps: AdminDeps = {
    ...acts,
    suppressions: test.mailer.suppressions,
    exportDossier: createExportDossier(acts),
    acceptTemplate: createAcceptTemplate(acts),
    restoreTemplate: createRestoreTemplate(acts),
    signIn: {
      start: async (_callback, returnTo) => ({
        address: "https://issuer.example/sign-in",
        pending: { state: "s", nonce: "n", verifier: "v", returnTo },
      }),
      finish: async () => ({ subject: "staff-1", name: "Lies Team", roles: ["led-team"] }),
      renew: async (refreshToken, subject) => {
        const roles = refreshToken.split(" ").flatMap((name) => ROLES.filter((role) => role === name));
        return { subject, name: "Lies Team", roles };
      },
      signOutAddress: (returnTo) =>
        `https://issuer.example/logout?${new URLSearchParams({ logout_uri: returnTo }).toString()}`,
    },
    verifyBearer: async (token) => {
      const caller = tokens.get(token);
      if (!caller) throw new Refusal("sign-in");
      return caller;
    },
    newSecret: () => "csrf-of-callback",
  };
  const adminApp = createAdminApp(adminDeps);

  return {
    ...test,
    acts,
    tokens,
    definitions: TASKS,
    publicDeps,
    adminDeps,
    publicApp,
    adminApp,
    /** A person without a session, on the public site. */
    visitor: new Visitor(publicApp),

    /** Calls the API; with a body, text or JSON, as a POST. */
    call: (
      path: string,
      body?: unknown,
      { token = "team", type = "application/json", key, headers }: Call = {},
    ) =>
      new Visitor(adminApp).open(`/api/admin/v1${path}`, {
        method: body === undefined ? "GET" : "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { "content-type": type }),
          ...(key !== undefined && { "idempotency-key": key }),
          ...headers,
        },
      }),

    /** A dossier with these tasks, open and waited for by default. */
    async given(
      differences: Parameters<typeof aDossier>[0] = {},
      ...tasks: Partial<HumanTask>[]
    ): Promise<Dossier> {
      number += 1;
      const id = `01HV${String(number).padStart(22, "0")}`;
      const reference = `LED-2028-${String(number).padStart(5, "0")}`;
      const dossier = await acts.dossiers.create(aDossier({ id, reference, ...differences }));
      test.workflow.executions.set(`${id}-1`, "running");
      for (const task of tasks) {
        const taskToken = `${id}-${task.kind ?? "SubmitIntake"}-token`;
        await acts.tasks.open(aTask({ ...task, dossierId: id, taskToken }), dossier);
        test.workflow.waiting.add(taskToken);
      }
      return dossier;
    },

    link: (target: LinkTarget, personId = "person-contact", expiresAt = LATER) =>
      acts.links.mint({ target, personId, expiresAt }),

    async statusLink(dossierId: string, personId?: string) {
      return `/dossier/${await this.link({ kind: "status", dossierId }, personId)}`;
    },

    /** The path of the last link in a mail, such as `/taak/…`. */
    mailed(kind: "bevestigen" | "dossier" | "taak"): string {
      const link = new RegExp(`/${kind}/[\\w-]{43}`);
      const mail = test.mailer.sent.findLast(({ text }) => link.test(text));
      const [path] = link.exec(mail?.text ?? "") ?? [];
      if (path === undefined) throw new Error(`no mail with a link /${kind}/`);
      return path;
    },

    /** A personal link to a task, as in a mail. */
    async taskLink(dossier: Dossier, task: Partial<HumanTask> = {}, personId = "person-contact") {
      const id = taskId(aTask(task));
      return `/taak/${await this.link({ kind: "task", dossierId: dossier.id, taskId: id }, personId)}`;
    },

    async document(dossier: Dossier, differences: Partial<StoredDocument> = {}): Promise<StoredDocument> {
      number += 1;
      const document: StoredDocument = {
        id: `document-${number}`,
        dossierId: dossier.id,
        taskId: "SubmitProtocol-1-1",
        kind: "protocol",
        name: `protocol ${number}.pdf`,
        size: 1000,
        sha256: "0".repeat(64),
        contentType: "application/pdf",
        s3Key: `dossiers/${dossier.id}/protocol.pdf`,
        scan: "accepted",
        by: { role: "applicant", id: "person-contact", name: "An Voorbeeld" },
        at: NOW,
        ...differences,
      };
      await acts.documents.record(document);
      return document;
    },

    /** A person of the LED with a session. */
    async staff(...roles: Role[]): Promise<Visitor> {
      const visitor = new Visitor(adminApp);
      const person = { subject: `staff-${roles.join("-")}`, name: "Lies Team", roles };
      const refreshToken = roles.join(" ");
      const secret = await acts.sessions.start({ ...person, refreshToken, csrf: CSRF, expiresAt: LATER });
      await visitor.keep(`session=${secret}; Path=/live/admin`);
      return visitor;
    },
  };
}
export type TestSite = ReturnType<typeof openSite>;

/** The token in every form of a session that a test opens. */
export const CSRF = "csrf-of-session";
