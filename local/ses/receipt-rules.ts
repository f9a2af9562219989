import * as z from "zod";
import type { Template } from "../template/template.ts";

const S3Action = z.looseObject({ BucketName: z.string(), ObjectKeyPrefix: z.string().default("") });
const ReceiptRule = z.looseObject({
  Rule: z.looseObject({
    Recipients: z.array(z.string()),
    Actions: z.array(
      z.looseObject({
        S3Action: S3Action.optional(),
        LambdaAction: z.looseObject({ FunctionArn: z.string() }).optional(),
      }),
    ),
  }),
});

/** A rule of the template for mail that comes in: to these domains, to the bucket, then to the function. */
export type ReceiptRule = { recipients: string[]; bucket: string; prefix: string; functionName: string };

/** The receipt rules of the template. Locally its rule set is active. */
export const receiptRulesOf = (template: Template): ReceiptRule[] =>
  template.ofType("AWS::SES::ReceiptRule", ReceiptRule).map(({ properties: { Rule } }) => {
    const s3 = Rule.Actions.find(({ S3Action: action }) => action)?.S3Action;
    const lambda = Rule.Actions.find(({ LambdaAction }) => LambdaAction)?.LambdaAction;
    return {
      recipients: Rule.Recipients,
      bucket: s3?.BucketName ?? "",
      prefix: s3?.ObjectKeyPrefix ?? "",
      functionName: lambda?.FunctionArn.split(":")[6] ?? "",
    };
  });
