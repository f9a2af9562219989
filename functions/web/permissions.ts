import { ROLES, type Role } from "../domain/people.ts";

/**
 * Who may do what, by route: a test fails when a route and this table do not agree. Of a mailed link its owner must still
 * be a person of the dossier; a role says which pages somebody may open, and the task itself who decides it (ROLE-01).
 */
type PublicPermission = "anyone" | "confirmation-link" | "task-link" | "dossier-link";
export const PUBLIC_PERMISSIONS = {
  "GET /": "anyone",
  "GET /toegankelijkheid": "anyone",
  "GET /assets/:file{style-[0-9a-f]+\\.css}": "anyone",
  "GET /contact": "anyone",
  "POST /contact": "anyone",
  "GET /contact/verstuurd": "anyone",
  "GET /bevestigen/:secret": "confirmation-link",
  "POST /bevestigen/:secret": "confirmation-link",
  "GET /taak/:secret": "task-link",
  "POST /taak/:secret": "task-link",
  "POST /taak/:secret/ontwerp": "task-link",
  "POST /taak/:secret/documenten": "task-link",
  "GET /taak/:secret/documenten/:id": "task-link",
  /** The link's secret is in a cookie; without it the page says nothing about any document. */
  "GET /document-ontvangen/:id": "anyone",
  "GET /dossier/:secret": "dossier-link",
  "GET /dossier/:secret/documenten/:id": "dossier-link",
  "POST /dossier/:secret/taken/:taskId/link": "dossier-link",
  "GET /dossier/:secret/intrekken": "dossier-link",
  "POST /dossier/:secret/intrekken": "dossier-link",
  "GET /dossier/:secret/ingetrokken": "dossier-link",
  "GET /dossier/:secret/stoppen": "dossier-link",
  "POST /dossier/:secret/stoppen": "dossier-link",
  "GET /dossier/:secret/gestopt": "dossier-link",
} as const satisfies Record<string, PublicPermission>;

const TEAM = ["led-team"] as const;

/** `anyone`: also who has not signed in. Roles that may see a dossier at all: admin/find-dossier.ts. */
export type AdminPermission = "anyone" | readonly Role[];
export const ADMIN_PERMISSIONS: Record<string, AdminPermission> = {
  "GET /admin": ROLES,
  "GET /admin/sign-in": "anyone",
  "GET /admin/sign-in/callback": "anyone",
  "GET /admin/signed-out": "anyone",
  "POST /admin/sign-out": ROLES,
  "POST /admin/sign-out-everywhere": ROLES,
  "GET /admin/dossiers": TEAM,
  "GET /admin/dossiers/new": TEAM,
  "POST /admin/dossiers": TEAM,
  "GET /admin/dossiers/:id": ROLES,
  "GET /admin/dossiers/:id/documents/:documentId": ROLES,
  "POST /admin/dossiers/:id/notes": TEAM,
  "GET /admin/dossiers/:id/withdrawal": TEAM,
  "POST /admin/dossiers/:id/withdrawal": TEAM,
  "POST /admin/dossiers/:id/resume": TEAM,
  "GET /admin/dossiers/:id/end-of-use": TEAM,
  "POST /admin/dossiers/:id/end-of-use": TEAM,
  "GET /admin/dossiers/:id/amendment": TEAM,
  "POST /admin/dossiers/:id/amendment": TEAM,
  "GET /admin/parked": TEAM,
  "GET /admin/dossiers/:id/closing": TEAM,
  "POST /admin/dossiers/:id/closing": TEAM,
  "GET /admin/workflow": TEAM,
  "POST /admin/workflow": TEAM,
  "POST /admin/dossiers/:id/workflow-version": TEAM,
  "GET /admin/dossiers/:id/tasks/:taskId": ROLES,
  "POST /admin/dossiers/:id/tasks/:taskId": ROLES,
  "POST /admin/dossiers/:id/tasks/:taskId/draft": ROLES,
  "POST /admin/dossiers/:id/tasks/:taskId/link": TEAM,
  "POST /admin/dossiers/:id/tasks/:taskId/documents": ROLES,
  "GET /admin/dossiers/:id/tasks/:taskId/documents/:documentId": ROLES,
  "GET /admin/dossiers/:id/tasks/:taskId/documents/:documentId/received": ROLES,

  "GET /api/admin/v1/openapi.json": "anyone",
  "GET /api/admin/v1/tasks": ROLES,
  "GET /api/admin/v1/dossiers": TEAM,
  "POST /api/admin/v1/dossiers": TEAM,
  "GET /api/admin/v1/dossiers/:id": ROLES,
  "GET /api/admin/v1/dossiers/:id/documents/:documentId": ROLES,
  "POST /api/admin/v1/dossiers/:id/withdrawal": TEAM,
  "POST /api/admin/v1/dossiers/:id/resume": TEAM,
  "POST /api/admin/v1/dossiers/:id/end-of-use": TEAM,
  "POST /api/admin/v1/dossiers/:id/amendment": TEAM,
  "GET /api/admin/v1/parked": TEAM,
  "POST /api/admin/v1/dossiers/:id/closing": TEAM,
  "POST /api/admin/v1/workflow/moves": TEAM,
  "POST /api/admin/v1/dossiers/:id/notes": TEAM,
  "GET /api/admin/v1/dossiers/:id/tasks/:taskId": ROLES,
  "POST /api/admin/v1/dossiers/:id/tasks/:taskId/decision": ROLES,
  "POST /api/admin/v1/dossiers/:id/tasks/:taskId/documents": ROLES,
};
