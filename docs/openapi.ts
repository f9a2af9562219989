import { TASKS } from "../functions/application/tasks.ts";
import { openApiDocument } from "../functions/web/api/openapi.ts";
import { OPERATIONS } from "../functions/web/api/operations.ts";

/** The OpenAPI document as a file, so that a review shows what changes in the API. Its server is the site that serves it. */
export const renderOpenApi = (): string =>
  `${JSON.stringify(openApiDocument(OPERATIONS, TASKS, ""), undefined, 2)}\n`;

/** The types of a client in TypeScript, from that document: the tests call the API with them. */
export async function renderClient(): Promise<string> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const types = astToString(await openapiTS(renderOpenApi(), { defaultNonNullable: false }));
  const { format } = await import("prettier");
  return format(`/** Made by npm run generate from docs/openapi.json. */\n\n${types}`, {
    ...{ parser: "typescript", printWidth: 110 },
  });
}
