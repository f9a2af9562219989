import { RemovalPolicy } from "aws-cdk-lib";
import * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { INDEXES, PARTITIONS, PROJECTIONS } from "../../functions/adapters/dynamodb/keys.ts";
import type { AnyFunction } from "./service-function.ts";

type IndexName = keyof typeof INDEXES;
type PartitionName = keyof typeof PARTITIONS;
/** What people list; `due` is for follow-up. */
const LISTS = ["byStage", "openTasks", "byOrganisation"] as const satisfies IndexName[];

const READ_WHOLE = ["dynamodb:Query"];
const CHANGE = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];
/** A transaction checks what it does not write: that no withdrawal is under way. */
const OPEN_TASKS = ["dynamodb:ConditionCheckItem"];
/** With a task its draft goes. */
const CLOSE_TASKS = ["dynamodb:DeleteItem"];
/** DynamoDB uses the key in the name of whoever reads or writes. */
const KEY_USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** The table with the dossiers and everything that belongs to them. */
export class Dossiers extends Construct {
  readonly tableName: string;
  readonly #table: dynamodb.Table;
  readonly #key: Key;

  constructor(scope: Construct, id: string, props: { key: Key }) {
    super(scope, id);
    this.#key = props.key;
    this.#table = new dynamodb.Table(this, "Table", {
      partitionKey: text("pk"),
      sortKey: text("sk"),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: "expiresAt",
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const name of ["due", ...LISTS] as const)
      this.#table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(INDEXES[name].partitionKey),
        sortKey: text(INDEXES[name].sortKey),
        ...projectionOf(name),
      });
    // The table outlives any rearrangement of the constructs.
    if (this.#table.node.defaultChild instanceof dynamodb.CfnTable)
      this.#table.node.defaultChild.overrideLogicalId("DossiersTable");
    this.tableName = this.#table.tableName;
  }

  /** Read and write single items of dossiers: the dossier and its changes, a decision that was taken up, a mail. */
  grantChange(to: AnyFunction): void {
    this.#allow(to, CHANGE);
  }

  /** Take in the documents that arrived, where the dossier and the task still wait for them, from who may send them. */
  grantTakeInDocuments(to: AnyFunction): void {
    this.#allow(to, [...READ_WHOLE, ...CHANGE, ...OPEN_TASKS]);
    this.#allow(to, ["dynamodb:Query"], ["staff"]);
  }

  /** Read everything of a dossier at once. */
  grantReadWhole(to: AnyFunction): void {
    this.#allow(to, READ_WHOLE);
  }

  /** Open a task, where the dossier is not being withdrawn. */
  grantOpenTasks(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, ...OPEN_TASKS]);
  }

  /** Close tasks that nobody needs to decide any more. */
  grantCloseTasks(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, ...CLOSE_TASKS]);
  }

  /** Read a dossier, and record all that can happen to it. */
  grantRecord(to: AnyFunction): void {
    this.#allow(to, [...READ_WHOLE, ...CHANGE, ...OPEN_TASKS, ...CLOSE_TASKS]);
  }

  /** Mail a link of its own to each person of a dossier. */
  grantMakeLinks(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:PutItem"], ["link"]);
  }

  /** Count what has a limit. */
  grantCount(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:UpdateItem"], ["limit"]);
  }

  /** Let in whoever has a mailed link, and take contact forms. */
  grantServeVisitors(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["link", "reference"]);
    this.#allow(to, CHANGE, ["request"]);
  }

  /** Know which forms were posted before. */
  grantKnowForms(to: AnyFunction): void {
    this.#allow(to, [...CHANGE, "dynamodb:DeleteItem"], ["form"]);
  }

  /** Open a dossier under a reference of its own. */
  grantOpenDossiers(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:UpdateItem"], ["counter"]);
    this.#allow(to, ["dynamodb:PutItem"], ["reference"]);
  }

  /** Find a dossier by its reference. */
  grantFindByReference(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem"], ["reference"]);
  }

  /** Let the people of the LED sign in, and stand in for each other. */
  grantServeStaff(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["session", "sessionEpoch"]);
    this.#allow(to, ["dynamodb:UpdateItem", "dynamodb:DeleteItem"], ["session"]);
    this.#allow(to, ["dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"], ["staff"]);
  }

  /** Record who of the LED read what, and tell that. */
  grantRecordReadings(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:Query", "dynamodb:PutItem"], ["reading"]);
  }

  /** Note what the digest has told. */
  grantNoteDigest(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:GetItem", "dynamodb:PutItem"], ["digest"]);
  }

  /** Delete what refers to a dossier that is gone. */
  grantForget(to: AnyFunction): void {
    this.#allow(to, ["dynamodb:DeleteItem"], ["reference", "request", "reading"]);
    this.#allow(to, ["dynamodb:Query"], ["reading"]);
  }

  /** Find what a clock says is due. */
  grantFindDue(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("due")]);
  }

  /** Find what else there is of the organisation of a new dossier. */
  grantFindByOrganisation(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("byOrganisation")]);
  }

  /** Find what waits for somebody: open tasks, and dossiers that are parked. */
  grantFindOpen(to: AnyFunction): void {
    to.allow(["dynamodb:Query"], [this.#index("openTasks")]);
  }

  /** List dossiers and open tasks. */
  grantList(to: AnyFunction): void {
    to.allow(
      ["dynamodb:Query"],
      LISTS.map((name) => this.#index(name)),
    );
  }

  /** ForAllValues holds for no key at all too: Null says that there is one. */
  #allow(to: AnyFunction, actions: string[], partitions: PartitionName[] = ["dossier"]): void {
    to.allow(actions, [this.#table.tableArn], {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": partitions.map((name) => PARTITIONS[name]) },
      Null: { "dynamodb:LeadingKeys": "false" },
    });
    to.allow(KEY_USE, [this.#key.keyArn]);
  }

  #index(name: IndexName): string {
    return `${this.#table.tableArn}/index/${name}`;
  }
}

/** What is due is read from the table again; a list shows what it names, never a draft, a decision or a token. */
const projectionOf = (name: IndexName) =>
  name === "due"
    ? { projectionType: dynamodb.ProjectionType.KEYS_ONLY }
    : { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes: [...PROJECTIONS[name]] };
