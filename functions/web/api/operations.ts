import * as z from "zod";
import type { AdminPermission } from "../http/permissions.ts";
import { DOSSIER_OPERATIONS } from "./dossier-operations.ts";
import { LIST_OPERATIONS } from "./list-operations.ts";
import { MAIL_OPERATIONS } from "./mail-operations.ts";
import { NEW_MAIL_OPERATIONS } from "./new-mail-operations.ts";
import { openApiDocument } from "./openapi.ts";
import { BASE, keyOf, type Operation, operation } from "./operation.ts";
import { PEOPLE_OPERATIONS } from "./people-operations.ts";
import { RETENTION_OPERATIONS } from "./retention-operations.ts";
import { STAFF_OPERATIONS } from "./staff-operations.ts";
import type { Tag } from "./tags.ts";
import { TASK_OPERATIONS } from "./task-operations.ts";
import { TEAM_ACT_OPERATIONS } from "./team-act-operations.ts";
import { WEBHOOK_OPERATIONS } from "./webhook-operations.ts";
import { WORKFLOW_OPERATIONS } from "./workflow-operations.ts";

const describeApi = operation({
  method: "GET",
  path: "/openapi.json",
  who: "anyone",
  summary: "This document",
  answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
  act: async ({ site }) => openApiDocument(OPERATIONS, site.definitions, site.site.publicUrl),
});

const BY_TAG: Record<Tag, readonly Operation[]> = {
  Description: [describeApi],
  Lists: LIST_OPERATIONS,
  Tasks: TASK_OPERATIONS,
  Dossiers: DOSSIER_OPERATIONS,
  "Acts of the team": TEAM_ACT_OPERATIONS,
  Keeping: RETENTION_OPERATIONS,
  People: PEOPLE_OPERATIONS,
  Colleagues: STAFF_OPERATIONS,
  Workflow: WORKFLOW_OPERATIONS,
  "New mails": NEW_MAIL_OPERATIONS,
  Mails: MAIL_OPERATIONS,
  Webhooks: WEBHOOK_OPERATIONS,
};

/** All operations of the API. The routes, permissions, checks and OpenAPI document are generated from this list. */
export const OPERATIONS: readonly Operation[] = Object.entries(BY_TAG).flatMap(([tag, operations]) =>
  operations.map((one) => ({ ...one, tag })),
);

/** Permissions by route. */
export const API_PERMISSIONS: Record<string, AdminPermission> = Object.fromEntries(
  OPERATIONS.map((one) => [keyOf({ ...one, path: BASE + one.path }), one.who]),
);
