import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import { DeadLetters } from "./dead-letters.ts";
import { type Documents, UPLOAD_PREFIXES } from "./documents.ts";
import type { Dossiers } from "./dossiers.ts";
import { ServiceFunction, type FunctionSettings } from "./service-function.ts";

export type ArrivalsProps = {
  readonly settings: FunctionSettings;
  readonly dossiers: Dossiers;
  readonly documents: Documents;
  readonly trustedIssuers: Configuration["trustedIssuers"];
};

/** Handles a document that arrives in the bucket: its bytes are scanned, and it is accepted or removed. */
export class Arrivals extends Construct {
  constructor(scope: Construct, id: string, props: ArrivalsProps) {
    super(scope, id);
    const { documents, dossiers, settings } = props;
    const handler = new ServiceFunction(this, "Documents", {
      settings,
      kind: "documents",
      entry: "functions/handlers/documents.ts",
      environment: {
        TABLE_NAME: dossiers.tableName,
        BUCKET_NAME: documents.bucket.bucketName,
        TRUSTED_ISSUERS: JSON.stringify(props.trustedIssuers),
      },
      // Memory for the scan of a file and for its bytes (functions/documents/scan-apart.ts).
      memoryMegabytes: 2048,
      timeout: Duration.minutes(1),
      errorImpact:
        "A document that someone uploaded does not appear, and the decision that rests on it is refused.",
      runbookHeading: "uploads-are-not-taken-in",
    });
    documents.grantTakeIn(handler);
    dossiers.grantTakeInDocuments(handler);

    const deadLetters = new DeadLetters(this, "DeadLetters", {
      settings,
      handler,
      retries: 2,
      maxAge: Duration.hours(6),
      errorImpact: "An uploaded document was not accepted, and will not be without an operator.",
    });
    new Rule(this, "ObjectCreated", {
      description: "LED onboarding: a browser sent a file",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: {
          bucket: { name: [documents.bucket.bucketName] },
          object: { key: UPLOAD_PREFIXES.map((prefix) => ({ prefix })) },
          reason: ["POST Object"],
        },
      },
      targets: [deadLetters.target()],
    });
  }
}
