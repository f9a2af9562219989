import { TASKS } from "../functions/application/tasks.ts";
import { openApiDocument } from "../functions/web/api/openapi.ts";
import { OPERATIONS } from "../functions/web/api/operations.ts";

/** The OpenAPI document as a file, so that a review shows what changes in the API. Its server is the site that serves it. */
export const renderOpenApi = (): string =>
  `${JSON.stringify(openApiDocument(OPERATIONS, TASKS, ""), undefined, 2)}\n`;
