import { API_PERMISSIONS } from "../../functions/web/api/operations.ts";
import { ADMIN_PERMISSIONS as PAGES } from "../../functions/web/http/permissions.ts";

/** All routes of the admin site with their permissions: its pages and its API. */
export const ADMIN_PERMISSIONS = { ...PAGES, ...API_PERMISSIONS };
