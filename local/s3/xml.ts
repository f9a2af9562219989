import { XMLBuilder, XMLParser } from "fast-xml-parser";
import type { Answer } from "../gateway/service.ts";
import type { AwsError } from "../foundation/aws-error.ts";

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false });
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === "Object" });
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function xmlAnswer(
  root: string,
  content: object,
  status = 200,
  headers: Record<string, string> = {},
): Answer {
  const body = builder.build({
    [root]: { "@_xmlns": "http://s3.amazonaws.com/doc/2006-03-01/", ...content },
  });
  return { status, headers: { "content-type": "application/xml", ...headers }, body: DECLARATION + body };
}

export function xmlError(error: AwsError, requestId: string): Answer {
  const Error = {
    Code: error.name,
    Message: error.message,
    ...error.details,
    RequestId: requestId,
    HostId: "local",
  };
  return {
    status: error.status,
    headers: { "content-type": "application/xml" },
    body: DECLARATION + builder.build({ Error }),
  };
}

export function parseXml(text: string): unknown {
  const parsed: unknown = parser.parse(text);
  return parsed;
}
