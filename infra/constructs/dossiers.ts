import { RemovalPolicy } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { INDEXES, PARTITIONS, PROJECTIONS } from "../../functions/adapters/dynamodb/keys.ts";
import type { AnyFunction } from "./service-function.ts";

type IndexName = keyof typeof INDEXES;
type PartitionName = keyof typeof PARTITIONS;
/** Indexes of the lists; `due` serves follow-up only. */
const LISTS = ["byStage", "openTasks", "byOrganisation"] as const satisfies IndexName[];

const READ_WHOLE = ["dynamodb:Query"];
const NOTE = ["dynamodb:GetItem", "dynamodb:PutItem"];
const CHANGE = [...NOTE, "dynamodb:UpdateItem"];
/** The transaction checks the dossier without writing it: no withdrawal may be under way. */
const OPEN_TASKS = ["dynamodb:ConditionCheckItem"];
/** A closed task's draft is deleted with it. */
const CLOSE_TASKS = ["dynamodb:DeleteItem"];
/** DynamoDB uses the key on behalf of the caller. */
const KEY_USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** The table of dossiers and all related records. */
export class Dossiers extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly #key: Key;

  /** `restored`: name of a restored table, which this stack uses but does not own. */
  constructor(scope: Construct, id: string, props: { key: Key; isProtected: boolean; restored?: string }) {
    super(scope, id);
    this.#key = props.key;
    const table =
      props.restored === undefined
        ? this.#ownTable(props.isProtected)
        : dynamodb.Table.fromTableName(this, "Restored", props.restored);
    this.tableName = table.tableName;
    this.tableArn = table.tableArn;
  }

  #ownTable(isProtected: boolean): dynamodb.Table {
    const table = new dynamodb.Table(this, "Table", {
      partitionKey: text("pk"),
      sortKey: text("sk"),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: isProtected,
      timeToLiveAttribute: "expiresAt",
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    for (const name of ["due", ...LISTS] as const)
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(INDEXES[name].partitionKey),
        sortKey: text(INDEXES[name].sortKey),
        ...projectionOf(name),
      });
    // The table survives a rearrangement of the constructs.
    if (table.node.defaultChild instanceof dynamodb.CfnTable)
      table.node.defaultChild.overrideLogicalId("DossiersTable");
    return table;
  }

  /** Read and write single items of dossiers: the dossier and its changes, a consumed decision, a mail. */
  grantChange(to: AnyFunction): void {
    this.#allow(to, CHANGE);
  }

  /**
   * Accept arrived documents, provided that the dossier and the task are still open and the sender still has the role.
   */
  grantTakeInDocuments(to: AnyFunction): void {
    this.#allow(to, [...READ_WHOLE, ...NOTE, ...OPEN_TASKS]);
    this.#allow(to, ["dynamodb:Query"], ["staff", "substitution"]);
  }

  /** Read everything of a dossier at once. */
  grantReadWhole(to: AnyFunction): void {
    this.#allow(to, READ_WHOLE);
  }

  /** Open a task, unless the dossier is being withdrawn. */
  grantOpenTasks(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, ...OPEN_TASKS]);
  }

  /** Record a document of a dossier that still exists. */
  grantAddDocuments(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, ...OPEN_TASKS]);
  }

  /** Close tasks that no longer need a decision. */
  grantCloseTasks(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, ...CLOSE_TASKS]);
  }

  /** Read a dossier and record every event of it. */
  grantRecord(to: AnyFunction): void {
    this.#allow(to, [...READ_WHOLE, ...CHANGE, ...OPEN_TASKS, ...CLOSE_TASKS]);
  }

  /** Create a personal link for each person of a dossier. */
  grantMakeLinks(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem"], ["link"]);
  }

  /** Count acts that have a limit. */
  grantCount(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:UpdateItem"], ["limit"]);
  }

  /** Find the dossier and the person of a reply address. */
  grantFindReplies(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["link"]);
  }

  /** Verify mailed links, and store contact forms. */
  grantServeVisitors(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["link", "reference"]);
    this.#allow(to, CHANGE, ["request"]);
    // Who replaces the handler of a dossier, and the number to call: no roles, and no list of numbers.
    this.#allow(to, ["dynamodb:Query"], ["substitution"]);
    this.#allow(to, ["dynamodb:GetItem"], ["telephone"]);
  }

  /** Recognise forms that were posted before. */
  grantKnowForms(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, "dynamodb:DeleteItem"], ["form"]);
  }

  /** Open a dossier under its own reference. */
  grantOpenDossiers(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:UpdateItem"], ["counter"]);
    this.#allow(to, ["dynamodb:PutItem"], ["reference"]);
  }

  /** Find a dossier by its reference. */
  grantFindByReference(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["reference"]);
  }

  /** Find the dossiers of a mail address. */
  grantFindBySender(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["found"]);
  }

  /** Sign in the people of the LED, and record their substitutions. */
  grantServeStaff(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["session", "sessionEpoch", "telephone"]);
    this.#allow(to, ["dynamodb:UpdateItem", "dynamodb:DeleteItem"], ["session"]);
    this.#allow(to, ["dynamodb:Query", "dynamodb:PutItem"], ["staff", "readyTexts"]);
    this.#allow(to, ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"], ["substitution"]);
  }

  /** Record and list which member of the LED read what. */
  grantRecordReadings(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query", "dynamodb:PutItem"], ["reading"]);
  }

  /** Read which version of the protocol template applies. */
  grantReadTemplate(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["template"]);
  }

  /** Record a mail of no dossier. */
  grantAddNewMails(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem"], ["newMail"]);
  }

  /** Show the mails of no dossier, assign and forget them. */
  grantSettleNewMails(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], ["newMail"]);
    this.grantListNewMails(to);
  }

  /** List the mails of no dossier. */
  grantListNewMails(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["newMail"]);
  }

  /** Put a signed protocol on the public page. */
  grantPublish(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem"], ["published"]);
  }

  /** Show the protocols on the public page. */
  grantShowPublished(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:Query"], ["published"]);
  }

  /** Show how long onboardings took, as the overview counted it. */
  grantShowFigures(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["overview"]);
  }

  /** Add a version of the protocol template. */
  grantChangeTemplate(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem"], ["template"]);
  }

  /** Keep the lines of the overview, what a search finds a dossier by, and the figures over all dossiers. */
  grantKeepLines(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:DeleteItem"], ["lines", "found"]);
    this.#allow(to, ["dynamodb:Query"], ["lines"]);
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["overview"]);
  }

  /** Search, and read the overview and its figures. */
  grantReadLines(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["lines", "found"]);
    this.#allow(to, ["dynamodb:GetItem"], ["overview"]);
  }

  /** Put events in the outbox, for the programs that are told of them. */
  grantPublishEvents(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["webhooks"]);
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["events"]);
    this.#allow(to, ["dynamodb:PutItem"], ["outbox"]);
  }

  /** Sign what is due, and record each attempt: the one reader of the secrets. */
  grantDeliverEvents(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["webhooks", "outbox"]);
    this.#allow(to, ["dynamodb:GetItem"], ["webhookSecret"]);
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], ["outbox"]);
  }

  /** Add and remove webhooks, and make events that were given up due again. */
  grantManageWebhooks(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query"], ["webhooks", "outbox"]);
    this.#allow(to, ["dynamodb:PutItem", "dynamodb:DeleteItem"], ["webhooks", "webhookSecret", "outbox"]);
    this.#allow(to, ["dynamodb:GetItem"], ["outbox"]);
  }

  /** Record the contents of the digest. */
  grantNoteDigest(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["digest"]);
  }

  /** Delete records that refer to a deleted dossier. */
  grantForget(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:DeleteItem"], ["reference", "request", "reading", "published"]);
    this.#allow(to, ["dynamodb:Query"], ["reading", "published"]);
  }

  /** Find items with a due clock. */
  grantFindDue(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("due")]);
  }

  /** Find the other dossiers of a new dossier's organisation. */
  grantFindByOrganisation(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("byOrganisation")]);
  }

  /** Find open tasks and parked dossiers. */
  grantFindOpen(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("openTasks")]);
  }

  /** Find the dossiers of a stage. */
  grantFindByStage(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("byStage")]);
  }

  /** List dossiers and open tasks. */
  grantList(to: AnyFunction): void {
    to.allow(
      ["dynamodb:Query"],
      LISTS.map((name) => this.#index(name)),
    );
  }

  /** `ForAllValues` also matches a request without keys; the `Null` condition requires one. */
  #allow(to: AnyFunction, actions: string[], partitions: PartitionName[] = ["dossier"]): void {
    to.allow(actions, [this.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions.map((name) => PARTITIONS[name]) },
      Null: { "dynamodb:LeadingKeys": "false" },
    });
    to.allow(KEY_USE, [this.#key.keyArn]);
  }

  #index(name: IndexName): string {
    return `${this.tableArn}/index/${name}`;
  }
}

/**
 * Follow-up reads due items from the table again. A list shows only projected attributes: never a draft, a decision or
 * a token.
 */
const projectionOf = (name: IndexName) =>
  name === "due"
    ? { projectionType: dynamodb.ProjectionType.KEYS_ONLY }
    : { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes: [...PROJECTIONS[name]] };
