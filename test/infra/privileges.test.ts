import { describe, expect, it } from "vitest";
import * as z from "zod";
import { PARTITIONS } from "../../functions/adapters/dynamodb/keys.ts";
import { opensSideTasks } from "../../functions/domain/process.ts";
import {
  type Folder,
  functionName,
  STATE_NAMES,
  STATES,
  stateMachineName,
  type StateName,
  type WorkflowName,
  WORKFLOWS,
} from "../../statemachine/contract.ts";
import type { Permission } from "../../statemachine/steps/declared-state.ts";
import { statementsOfRole } from "./role-statements.ts";
import { ofType, synthesized, textOf } from "./synthesized.ts";

const { template } = synthesized();

const statementsOf = (roleId: string) => statementsOfRole(template, roleId);

/** Kinds of partition that a statement is limited to, as ` LINK#*`; empty for statements that are not about items. */
const Keys = z.object({
  "ForAllValues:StringLike": z.object({ "dynamodb:LeadingKeys": z.union([z.string(), z.array(z.string())]) }),
  Null: z.object({ "dynamodb:LeadingKeys": z.literal("false") }),
});
const partitionsOf = (condition: unknown): string[] => {
  const bound = Keys.safeParse(condition).data?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
  return bound === undefined ? [""] : [bound].flat().map((pattern) => ` ${pattern}`);
};

/** `action resource` for each grant, without those that every function has. */
function rightsOf(id: string): string[] {
  const [, made] = functionCalled(functionName("dev", id));
  const roleId = textOf(made.Properties.Role).replace(/^\$\{(.*)\.Arn\}$/, "$1");
  const rights = statementsOf(roleId)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.flatMap((resource) =>
          partitionsOf(Condition).map((partition) => `${action} ${short(textOf(resource))}${partition}`),
        ),
      ),
    )
    .filter((right) => !/^(logs|xray|sqs):/.test(right));
  return [...new Set(rights)].sort();
}

const short = (resource: string) =>
  resource
    .replace("${DossiersTable.Arn}", "table")
    .replace("${DocumentsBucket.Arn}", "bucket")
    .replace("${LogDigestsBucket.Arn}", "digests")
    .replace("${DataKey.Arn}", "key")
    .replace(/^arn:aws:states:eu-west-1:\$\{AWS::AccountId\}:/, "")
    .replace(/^arn:aws:ses:eu-west-1:\$\{AWS::AccountId\}:(identity|configuration-set)\/.*$/, "$1");

function functionCalled(name: string) {
  const found = ofType(template, "AWS::Lambda::Function").find(
    ([, { Properties }]) => Properties.FunctionName === name,
  );
  if (!found) throw new Error(`No function ${name}`);
  return found;
}

const machineOf = (workflow: WorkflowName) => `stateMachine:${stateMachineName("dev", workflow)}`;
/** DynamoDB uses the key on behalf of its caller; writing to or reading from the bucket needs no more. */
const key = ["Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo"].map(
  (use) => `kms:${use} key`,
);
const items = (actions: string, ...partitions: (keyof typeof PARTITIONS)[]) =>
  actions
    .split(" ")
    .flatMap((action) => partitions.map((name) => `dynamodb:${action} table ${PARTITIONS[name]}`));
const note = [...items("GetItem PutItem", "dossier"), ...key];
const change = [...note, ...items("UpdateItem", "dossier")];
const whole = items("Query", "dossier");
const openTask = items("ConditionCheckItem", "dossier");
const closeTask = items("DeleteItem", "dossier");
const record = [...change, ...whole, ...openTask, ...closeTask];
const mail = [
  "ses:SendRawEmail configuration-set",
  "ses:SendRawEmail identity",
  "s3:PutObject bucket/mails/*",
];
const makeLinks = items("PutItem", "link");
const count = items("UpdateItem", "limit");
const openDossier = [...items("UpdateItem", "counter"), ...items("PutItem", "reference")];
const knowForms = items("GetItem PutItem UpdateItem DeleteItem", "form");
const serveVisitors = [
  ...items("GetItem", "link", "reference", "request"),
  ...items("PutItem UpdateItem", "request"),
  ...items("GetItem Query", "published"),
  ...items("GetItem", "overview"),
  // Who replaces the handler of a dossier, and the number to call: no roles.
  ...items("Query", "substitution"),
  ...items("GetItem", "telephone"),
];
const serveStaff = [
  ...items("GetItem PutItem", "session", "sessionEpoch"),
  ...items("UpdateItem DeleteItem", "session"),
  ...items("Query PutItem", "staff"),
  ...items("Query PutItem UpdateItem", "substitution"),
  ...items("GetItem PutItem", "telephone"),
];
const digest = items("GetItem PutItem", "digest");
const forget = [
  ...items("DeleteItem", "reference", "request", "reading", "published"),
  ...items("Query", "reading", "published"),
];
const recordReadings = items("Query PutItem", "reading");
const answerTo = (workflow: WorkflowName) => [`states:SendTaskSuccess ${machineOf(workflow)}`];
const answer = WORKFLOWS.flatMap(answerTo);
const interruptIn = (workflow: WorkflowName) => [`states:SendTaskFailure ${machineOf(workflow)}`];
const interrupt = WORKFLOWS.flatMap(interruptIn);
const startOf = (workflow: WorkflowName) => [
  `states:StartExecution ${machineOf(workflow)}`,
  `states:DescribeExecution execution:${stateMachineName("dev", workflow)}:*`,
];
const start = WORKFLOWS.flatMap(startOf);
const readHistory = WORKFLOWS.map(
  (workflow) => `states:GetExecutionHistory execution:${stateMachineName("dev", workflow)}:*`,
);
const add = ["s3:PutObject bucket/dossiers/*"];
const readTemplate = ["dynamodb:Query table TEMPLATE", "s3:GetObject bucket/templates/accepted/*"];
const changeTemplate = [
  "dynamodb:PutItem table TEMPLATE",
  "s3:PutObject bucket/templates/accepted/*",
  "s3:PutObject bucket/uploads/templates/*",
  "s3:GetObject bucket/templates/uploaded/*",
];
const upload = ["s3:PutObject bucket/uploads/*"];
const takeIn = [
  "s3:PutObject bucket/templates/uploaded/*",
  ...items("Query", "staff", "substitution"),
  "s3:ListBucketVersions bucket",
  ...["dossiers", "uploads"].flatMap((prefix) =>
    ["GetObjectVersion", "DeleteObjectVersion"].map((act) => `s3:${act} bucket/${prefix}/*`),
  ),
];
const quarantine = ["PutObject", "GetObjectVersion", "DeleteObjectVersion"].map(
  (act) => `s3:${act} bucket/quarantine/*`,
);
const show = ["s3:GetObjectVersion bucket/dossiers/*"];
const erase = [
  "s3:ListBucketVersions bucket",
  ...["dossiers", "uploads", "quarantine", "mails", "exports"].map(
    (prefix) => `s3:DeleteObjectVersion bucket/${prefix}/*`,
  ),
];
const exports = [
  "s3:PutObject bucket/exports/*",
  ...["exports", "mails"].map((prefix) => `s3:GetObject bucket/${prefix}/*`),
];
/** Nobody may delete a digest, or shorten its lock. */
const keepDigests = ["PutObject", "PutObjectRetention", "GetObject"].map((act) => `s3:${act} digests/*`);
const verifyDigests = ["s3:ListBucketVersions digests", "s3:GetObjectVersion digests/*"];
const byOrganisation = ["dynamodb:Query table/index/byOrganisation"];
const lists = ["byStage", "openTasks", "byOrganisation"].map(
  (index) => `dynamodb:Query table/index/${index}`,
);

/** What each permission that a state declares comes down to. */
const permissions: Record<Permission, (workflow: WorkflowName) => string[]> = {
  mails: () => mail,
  mailsLinks: () => [...mail, ...makeLinks],
  asksLed: (workflow) => [...openTask, ...mail, ...answerTo(workflow)],
  asks: (workflow) => [...openTask, ...mail, ...makeLinks, ...answerTo(workflow)],
  closesTasks: () => closeTask,
  readsWhole: () => whole,
  findsByOrganisation: () => byOrganisation,
  addsDocument: () => [...openTask, ...add],
  readsTemplate: () => readTemplate,
  publishes: () => [...openTask, ...add, ...show, "dynamodb:PutItem table PUBLISHED"],
  starts: () => start,
  startsOnboarding: () => startOf("onboarding"),
  readsHistory: () => readHistory,
};

const rightsOfState = (name: StateName): [string, string[]] => {
  const { folder, may } = STATES[name];
  const workflow = folder === "out-of-use" ? "out-of-use" : "onboarding";
  const sideTasks = opensSideTasks(name) ? openTask : [];
  return [name, [...change, ...may.flatMap((one) => permissions[one](workflow)), ...sideTasks]];
};

describe("a function has exactly the permissions that it needs", () => {
  it.each([
    ...STATE_NAMES.map(rightsOfState),
    [
      "FollowUp",
      [
        ...record,
        ...mail,
        ...makeLinks,
        ...answer,
        ...interrupt,
        ...start,
        ...readHistory,
        ...byOrganisation,
        ...erase,
        ...keepDigests,
        ...digest,
        ...forget,
        ...items("PutItem", "lines", "found", "overview"),
        ...items("DeleteItem", "lines", "found"),
        ...items("Query", "lines", "newMail"),
        ...items("GetItem", "overview"),
        ...items("Query", "webhooks"),
        ...items("GetItem PutItem", "events"),
        ...items("PutItem", "outbox"),
        "dynamodb:Query table/index/due",
        "dynamodb:Query table/index/openTasks",
        "dynamodb:Query table/index/byStage",
      ],
    ],
    [
      "PublicWeb",
      [
        ...record,
        ...mail,
        ...makeLinks,
        ...count,
        ...openDossier,
        ...knowForms,
        ...serveVisitors,
        ...answer,
        ...interruptIn("onboarding"),
        ...start,
        ...byOrganisation,
        ...upload,
        ...show,
        ...readTemplate,
      ],
    ],
    [
      "AdminWeb",
      [
        ...record,
        ...mail,
        "ses:DeleteSuppressedDestination *",
        ...makeLinks,
        ...count,
        ...openDossier,
        ...knowForms,
        ...serveStaff,
        ...recordReadings,
        ...verifyDigests,
        ...items("GetItem", "reference"),
        ...["Query", "GetItem", "UpdateItem", "DeleteItem"].flatMap((action) => items(action, "newMail")),
        ...["s3:GetObject bucket/received/*", "s3:DeleteObject bucket/received/*"],
        ...answer,
        ...interrupt,
        ...start,
        ...upload,
        ...show,
        ...readTemplate,
        ...changeTemplate,
        ...exports,
        ...items("Query", "lines", "found"),
        ...items("GetItem", "overview"),
        ...items("Query PutItem", "readyTexts"),
        ...items("Query PutItem DeleteItem", "webhooks", "outbox"),
        ...items("PutItem DeleteItem", "webhookSecret"),
        ...items("GetItem", "outbox"),
        ...lists,
      ],
    ],
    ["RecordDelivery", [...change, ...whole, ...mail]],
    [
      "ReceiveMail",
      [
        ...[
          ...change,
          ...openTask,
          ...whole,
          ...mail,
          ...count,
          ...makeLinks,
          ...items("GetItem", "link", "reference"),
          ...items("Query", "found"),
          ...items("PutItem", "newMail"),
          ...upload,
        ],
        ...["s3:GetObject bucket/received/*", "s3:DeleteObject bucket/received/*"],
      ],
    ],
    [
      "DeliverEvents",
      [
        ...key,
        ...items("Query", "webhooks", "outbox"),
        ...items("GetItem", "webhookSecret"),
        ...items("PutItem UpdateItem DeleteItem", "outbox"),
      ],
    ],
    ["Documents", [...note, ...whole, ...openTask, ...add, ...takeIn, ...quarantine]],
  ])("%s", (id, rights) => {
    expect(rightsOf(id)).toEqual([...new Set(rights)].sort());
  });

  it("every function has such a list", () => {
    expect(ofType(template, "AWS::Lambda::Function")).toHaveLength(Object.keys(STATES).length + 7);
  });
});

describe("every role", () => {
  const roles = ofType(template, "AWS::IAM::Role").map(([id]) => id);

  it("names its resources, except for tracing, log delivery and the suppression list, which have none", () => {
    const open = roles
      .flatMap(statementsOf)
      .filter(({ Resource }) => Resource.some((resource) => textOf(resource) === "*"))
      .flatMap(({ Action }) => Action);

    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((action) => !/^(xray|logs):|^ses:DeleteSuppressedDestination$/.test(action))).toEqual(
      [],
    );
  });

  it("names its actions", () => {
    expect(
      roles
        .flatMap(statementsOf)
        .flatMap(({ Action }) => Action)
        .filter((action) => action.includes("*")),
    ).toEqual([]);
  });

  it("mails from the configured address only", () => {
    const mailing = roles
      .flatMap(statementsOf)
      .filter(({ Action }) => Action.some((action) => action.startsWith("ses:Send")));

    for (const { Condition } of mailing)
      expect(Condition).toEqual({ StringEquals: { "ses:FromAddress": "led@led.example" } });
  });
});

/** Functions that each state machine calls: those of its own steps, and of the endings that all have. */
const ENDINGS = ["CloseDossier", "ContinueAsNew", "ParkDossier"];
const calledBy: Record<WorkflowName, (id: string, folder: Folder) => boolean> = {
  onboarding: (_id, folder) => folder !== "out-of-use",
  "out-of-use": (id, folder) => folder === "out-of-use" || ENDINGS.includes(id),
};

it.each(WORKFLOWS)("the state machine of %s may invoke its functions, and nothing else", (workflow) => {
  const machine = ofType(template, "AWS::StepFunctions::StateMachine").find(
    ([, { Properties }]) => Properties.StateMachineName === stateMachineName("dev", workflow),
  );
  const roleId = textOf(machine?.[1].Properties.RoleArn).replace(/^\$\{(.*)\.Arn\}$/, "$1");
  const invoked = statementsOf(roleId).filter(({ Action }) => Action.includes("lambda:InvokeFunction"));
  const functions = Object.entries(STATES)
    .filter(([id, { folder }]) => calledBy[workflow](id, folder))
    .map(([id]) => `\${${functionCalled(functionName("dev", id))[0]}.Arn}`);

  expect(invoked.flatMap(({ Resource }) => Resource.map(textOf)).sort()).toEqual(functions.sort());
});
