import { getConnInfo, handle } from "hono/aws-lambda";
import { createApplication } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { createPublicApp } from "../web/public-app.tsx";

/** The pages for everyone, behind API Gateway. */
export const handler = handle(
  createPublicApp({
    ...createApplication(openWorkflowBackend()),
    addressOf: (c) => getConnInfo(c).remote.address ?? "unknown",
  }),
);
