import { API_PERMISSIONS } from "../../functions/web/api/operations.ts";
import { ADMIN_PERMISSIONS as PAGES } from "../../functions/web/http/permissions.ts";

/** Every route of the admin site, with who may call it: its pages and its API. */
export const ADMIN_PERMISSIONS = { ...PAGES, ...API_PERMISSIONS };
