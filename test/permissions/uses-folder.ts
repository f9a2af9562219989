import { join } from "node:path";

/**
 * Folder in which tests and demo record used permissions, for `npm run permissions`. Every clean install deletes it.
 */
export const USES_FOLDER = join(import.meta.dirname, "../../node_modules/.cache/permissions");
