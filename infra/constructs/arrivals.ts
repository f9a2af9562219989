import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import { DeadLetters } from "./dead-letters.ts";
import { type Documents, QUARANTINE_PREFIX, UPLOAD_PREFIXES, UPLOADS_PREFIX } from "./documents.ts";
import type { Dossiers } from "./dossiers.ts";
import { MalwareCheck } from "./malware-check.ts";
import { ownMetric } from "./own-metrics.ts";
import { ServiceFunction, type FunctionSettings } from "./service-function.ts";

export type ArrivalsProps = {
  readonly settings: FunctionSettings;
  readonly dossiers: Dossiers;
  readonly documents: Documents;
  readonly trustedIssuers: Configuration["trustedIssuers"];
  readonly malwareCheck: Configuration["malwareCheck"];
  readonly key: Key;
  /** Whether files arrive by mail as well. */
  readonly receivesMail: boolean;
};

/**
 * Handles a document that arrives in the bucket: its bytes are scanned, it is checked for malware, and it is accepted or
 * removed.
 */
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
        MALWARE_CHECK: props.malwareCheck ? "on" : "off",
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
    documents.grantQuarantine(handler);
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
    if (props.receivesMail)
      new Rule(this, "FileOfMail", {
        description: "LED onboarding: a mail came with a file",
        eventPattern: {
          source: ["aws.s3"],
          detailType: ["Object Created"],
          detail: {
            bucket: { name: [documents.bucket.bucketName] },
            object: { key: [{ prefix: UPLOADS_PREFIX }] },
            reason: ["PutObject"],
          },
        },
        targets: [deadLetters.target()],
      });
    // Also where nothing is checked any more: a last result may still come.
    new Rule(this, "MalwareChecked", {
      description: "LED onboarding: a document was checked for malware",
      eventPattern: {
        source: ["aws.guardduty"],
        detailType: ["GuardDuty Malware Protection Object Scan Result"],
        detail: {
          s3ObjectDetails: {
            bucketName: [documents.bucket.bucketName],
            objectKey: [{ prefix: QUARANTINE_PREFIX }],
          },
        },
      },
      targets: [deadLetters.target()],
    });
    if (props.malwareCheck)
      new MalwareCheck(this, "MalwareCheck", { bucket: documents.bucket, key: props.key });
    settings.alarms.add(this, "Unchecked", {
      metric: ownMetric("documentUnchecked", {
        environment: settings.environment,
        period: Duration.minutes(5),
      }),
      signal: "failures",
      threshold: 1,
      errorImpact: "A document could not be checked for malware, so its sender must send it again.",
      runbookHeading: "a-document-is-not-checked",
    });
  }
}
