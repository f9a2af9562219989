import * as z from "zod";
import type { Template } from "../template/template.ts";

export type HttpAnswer = { status: number; headers: [string, string[]][]; body: Buffer };

const GatewayResponse = z.looseObject({
  RestApiId: z.string(),
  ResponseType: z.string(),
  StatusCode: z.coerce.number().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});
export type GatewayResponse = z.output<typeof GatewayResponse>;

export const gatewayResponsesOf = (template: Template, apiId: string): GatewayResponse[] =>
  template
    .ofType("AWS::ApiGateway::GatewayResponse", GatewayResponse)
    .map(({ properties }) => properties)
    .filter(({ RestApiId }) => RestApiId === apiId);

/** Default content type of API Gateway's own answers. */
const PLAIN = "application/json";
const HEADER = /^gatewayresponse\.header\.(.+)$/;

/** Fills in the variables of a template, which has no other logic. */
const filledIn = (template: string, message: string): string =>
  template
    .replaceAll("$context.error.messageString", JSON.stringify(message))
    .replaceAll("$context.error.message", message);

/** An answer of API Gateway itself: by type, otherwise by the default for its status, in the requested format. */
export function ownAnswer(
  responses: readonly GatewayResponse[],
  { type, status, text, accept = "" }: { type: string; status: number; text: string; accept?: string },
): HttpAnswer {
  const found =
    responses.find(({ ResponseType }) => ResponseType === type) ??
    responses.find(({ ResponseType }) => ResponseType === `DEFAULT_${String(status)[0]}XX`);
  const templates = found?.ResponseTemplates ?? {};
  const mediaType =
    accept
      .split(",")
      .map((one) => one.split(";")[0]?.trim() ?? "")
      .find((one) => templates[one] !== undefined) ?? PLAIN;
  const template = templates[mediaType] ?? '{"message":$context.error.messageString}';
  const headers = Object.entries(found?.ResponseParameters ?? {}).flatMap(
    ([name, value]): [string, string[]][] => {
      const [, header] = HEADER.exec(name) ?? [];
      return header === undefined ? [] : [[header, [value.replace(/^'|'$/g, "")]]];
    },
  );
  return {
    status: found?.StatusCode ?? status,
    headers: [["content-type", [mediaType]], ...headers],
    body: Buffer.from(filledIn(template, text)),
  };
}
