import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { SHORT_KEPT } from "../../functions/domain/retention.ts";
import type { AnyFunction } from "./service-function.ts";

/** Prefix of the documents that people and the system add to a dossier. */
const DOCUMENTS_PREFIX = "dossiers/";
/** Prefix of files that browsers upload, until they are scanned. */
export const UPLOADS_PREFIX = "uploads/";
/** Prefix of documents that are checked for malware. */
export const QUARANTINE_PREFIX = "quarantine/";
/** Prefixes where an upload can arrive. An upload form of an earlier version puts its file among the documents. */
export const UPLOAD_PREFIXES = [UPLOADS_PREFIX, DOCUMENTS_PREFIX];
const MAILS_PREFIX = "mails/";
const EXPORTS_PREFIX = "exports/";
/** Prefix of mails as SES received them, until they are taken in. */
export const RECEIVED_PREFIX = "received/";
/** Prefixes of templates: those of a version, those that were checked and that nobody has put in use, and those that arrive. */
const TEMPLATES_PREFIX = "templates/accepted/";
const UPLOADED_TEMPLATES_PREFIX = "templates/uploaded/";
const ARRIVING_TEMPLATES_PREFIX = `${UPLOADS_PREFIX}templates/`;

/** Lifecycle rule: an object below the prefix expires after `days`, and is deleted permanently a day later. */
const endsAfter = (prefix: string, days: number): s3.LifecycleRule => ({
  prefix,
  expiration: Duration.days(days),
  noncurrentVersionExpiration: Duration.days(1),
});

/** Versioned bucket of documents and sent mails: a decision refers to one version of a document. */
export class Documents extends Construct {
  readonly bucket: s3.Bucket;
  readonly accessLogs: s3.Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string, props: { key: Key; noncurrentVersionDays: number }) {
    super(scope, id);
    this.#key = props.key;
    this.accessLogs = this.#accessLogs();
    this.bucket = new s3.Bucket(this, "Bucket", {
      versioned: true,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(props.noncurrentVersionDays),
          expiredObjectDeleteMarker: true,
        },
        endsAfter(EXPORTS_PREFIX, 1),
        endsAfter(UPLOADS_PREFIX, 7),
        endsAfter(UPLOADED_TEMPLATES_PREFIX, 7),
        endsAfter(QUARANTINE_PREFIX, 7),
        endsAfter(RECEIVED_PREFIX, 30),
        ...Object.entries(SHORT_KEPT).map(([days, folder]) =>
          endsAfter(`${MAILS_PREFIX}${folder}/`, Number(days)),
        ),
      ],
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: "documents/",
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (this.bucket.node.defaultChild instanceof s3.CfnBucket) {
      this.bucket.node.defaultChild.overrideLogicalId("DocumentsBucket");
      // Set on the L1 resource: `eventBridgeEnabled` would add a custom resource with its own function.
      this.bucket.node.defaultChild.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
  }

  /** Store a sent mail. */
  grantKeepMails(to: AnyFunction): void {
    this.#write(to, MAILS_PREFIX);
  }

  /** Upload a file for scanning, through the upload forms that this function signs. */
  grantUpload(to: AnyFunction): void {
    this.#write(to, UPLOADS_PREFIX);
  }

  /** Add a document to a dossier. */
  grantAdd(to: AnyFunction): void {
    this.#write(to, DOCUMENTS_PREFIX);
  }

  /** Read a document in the version of the decision, also through the download addresses that this function signs. */
  grantShow(to: AnyFunction): void {
    to.allow(["s3:GetObjectVersion"], [this.bucket.arnForObjects(`${DOCUMENTS_PREFIX}*`)]);
    to.allow(["kms:Decrypt"], [this.#key.keyArn]);
  }

  /** Read an uploaded file, accept it, and remove every version of a refused one. */
  grantTakeIn(to: AnyFunction): void {
    const objects = UPLOAD_PREFIXES.map((prefix) => this.bucket.arnForObjects(`${prefix}*`));
    to.allow(["s3:GetObjectVersion", "s3:DeleteObjectVersion"], objects);
    to.allow(["s3:ListBucketVersions"], [this.bucket.bucketArn], {
      StringLike: { "s3:prefix": UPLOAD_PREFIXES.map((prefix) => `${prefix}*`) },
    });
    this.grantAdd(to);
    this.#write(to, UPLOADED_TEMPLATES_PREFIX);
  }

  /** Put a document in quarantine, and take it out: read the version that was checked, and remove every version. */
  grantQuarantine(to: AnyFunction): void {
    this.#write(to, QUARANTINE_PREFIX);
    to.allow(
      ["s3:GetObjectVersion", "s3:DeleteObjectVersion"],
      [this.bucket.arnForObjects(`${QUARANTINE_PREFIX}*`)],
    );
    to.allow(["s3:ListBucketVersions"], [this.bucket.bucketArn], {
      StringLike: { "s3:prefix": `${QUARANTINE_PREFIX}*` },
    });
  }

  /** Read a mail that SES received, keep it with its dossier, and send its files the way of an upload. */
  grantReceiveMails(to: AnyFunction): void {
    to.allow(["s3:GetObject", "s3:DeleteObject"], [this.bucket.arnForObjects(`${RECEIVED_PREFIX}*`)]);
    this.grantKeepMails(to);
    this.grantUpload(to);
  }

  /** Lets SES put the mails of one rule in the bucket. */
  grantDeposit(rule: { account: string; arn: string }): void {
    const conditions = { StringEquals: { "aws:SourceAccount": rule.account, "aws:SourceArn": rule.arn } };
    const principals = [new ServicePrincipal("ses.amazonaws.com")];
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        ...{ sid: "AllowReceivedMails", principals, conditions },
        ...{ actions: ["s3:PutObject"], resources: [this.bucket.arnForObjects(`${RECEIVED_PREFIX}*`)] },
      }),
    );
    this.#key.addToResourcePolicy(
      new PolicyStatement({
        ...{ sid: "AllowReceivedMails", principals, conditions },
        ...{ actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: ["*"] },
      }),
    );
  }

  /** Permanently delete a dossier's files in every version. */
  grantErase(to: AnyFunction): void {
    const prefixes = [
      ...[DOCUMENTS_PREFIX, UPLOADS_PREFIX, QUARANTINE_PREFIX],
      ...[MAILS_PREFIX, EXPORTS_PREFIX],
    ].map((prefix) => `${prefix}*`);
    to.allow(["s3:ListBucketVersions"], [this.bucket.bucketArn], { StringLike: { "s3:prefix": prefixes } });
    to.allow(
      ["s3:DeleteObjectVersion"],
      prefixes.map((prefix) => this.bucket.arnForObjects(prefix)),
    );
  }

  /** Create an export of a dossier with its mails, and read it. `grantShow` covers the documents. */
  grantExport(to: AnyFunction): void {
    this.#write(to, EXPORTS_PREFIX);
    const read = [EXPORTS_PREFIX, MAILS_PREFIX].map((prefix) => this.bucket.arnForObjects(`${prefix}*`));
    to.allow(["s3:GetObject"], read);
  }

  /** Read the template of a version. */
  grantReadTemplate(to: AnyFunction): void {
    to.allow(["s3:GetObject"], [this.bucket.arnForObjects(`${TEMPLATES_PREFIX}*`)]);
    to.allow(["kms:Decrypt"], [this.#key.keyArn]);
  }

  /** Upload a template through the forms that this function signs, read it, and put it in use. */
  grantChangeTemplate(to: AnyFunction): void {
    this.#write(to, TEMPLATES_PREFIX);
    this.#write(to, ARRIVING_TEMPLATES_PREFIX);
    to.allow(["s3:GetObject"], [this.bucket.arnForObjects(`${UPLOADED_TEMPLATES_PREFIX}*`)]);
  }

  #write(to: AnyFunction, prefix: string): void {
    to.allow(["s3:PutObject"], [this.bucket.arnForObjects(`${prefix}*`)]);
    to.allow(["kms:GenerateDataKey", "kms:Decrypt"], [this.#key.keyArn]);
  }

  #accessLogs(): s3.Bucket {
    return new s3.Bucket(this, "AccessLogs", {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(365) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
