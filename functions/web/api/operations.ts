import * as z from "zod";
import type { AdminPermission } from "../http/permissions.ts";
import { DOSSIER_OPERATIONS } from "./dossier-operations.ts";
import { MAIL_OPERATIONS } from "./mail-operations.ts";
import { openApiDocument } from "./openapi.ts";
import { BASE, keyOf, type Operation, operation } from "./operation.ts";
import { PEOPLE_OPERATIONS } from "./people-operations.ts";
import { RETENTION_OPERATIONS } from "./retention-operations.ts";
import { STAFF_OPERATIONS } from "./staff-operations.ts";
import { TASK_OPERATIONS } from "./task-operations.ts";
import { TEAM_ACT_OPERATIONS } from "./team-act-operations.ts";
import { WORKFLOW_OPERATIONS } from "./workflow-operations.ts";

const describeApi = operation({
  method: "GET",
  path: "/openapi.json",
  who: "anyone",
  summary: "This document",
  answer: { status: 200, schema: z.record(z.string(), z.unknown()) },
  act: async ({ site }) => openApiDocument(OPERATIONS, site.definitions, site.site.publicUrl),
});

/** All operations of the API. The routes, permissions, checks and OpenAPI document are generated from this list. */
export const OPERATIONS: readonly Operation[] = [
  describeApi,
  ...TASK_OPERATIONS,
  ...DOSSIER_OPERATIONS,
  ...TEAM_ACT_OPERATIONS,
  ...RETENTION_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...STAFF_OPERATIONS,
  ...WORKFLOW_OPERATIONS,
  ...MAIL_OPERATIONS,
];

/** Permissions by route. */
export const API_PERMISSIONS: Record<string, AdminPermission> = Object.fromEntries(
  OPERATIONS.map((one) => [keyOf({ ...one, path: BASE + one.path }), one.who]),
);
