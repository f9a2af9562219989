import { join } from "node:path";

/** Where tests and demo write which rights were used, for `npm run permissions`. It goes with every clean install. */
export const USES_FOLDER = join(import.meta.dirname, "../../node_modules/.cache/permissions");
