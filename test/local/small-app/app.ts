import { join } from "node:path";
import { App, Duration, Stack } from "aws-cdk-lib";
import { LambdaIntegration, RestApi } from "aws-cdk-lib/aws-apigateway";
import { CfnUserPoolGroup, OAuthScope, UserPool } from "aws-cdk-lib/aws-cognito";
import { AttributeType, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { EventField, Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Code, Function, Runtime } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Bucket, BucketEncryption, EventType, ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { LambdaDestination } from "aws-cdk-lib/aws-s3-notifications";
import { ConfigurationSet, EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import { Queue } from "aws-cdk-lib/aws-sqs";
import {
  DefinitionBody,
  QueryLanguage,
  StateMachine,
  TaskInput,
  Wait,
  WaitTime,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { buildSync } from "esbuild";
import { temporaryFolder } from "../../../infra/temporary-folder.ts";

let code: string | undefined;

/** The handlers, bundled once. */
function bundle(): string {
  if (code !== undefined) return code;
  code = temporaryFolder("small-app-");
  buildSync({
    entryPoints: [join(import.meta.dirname, "handlers.ts")],
    outfile: join(code, "index.mjs"),
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    banner: {
      js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);',
    },
    logLevel: "error",
  });
  return code;
}

/** A stack with one of everything that the local cloud supports. */
export function smallApp(): App {
  const app = new App({ analyticsReporting: false, outdir: temporaryFolder("small-assembly-") });
  const stack = new Stack(app, "Small");
  const key = new Key(stack, "Key");
  const table = new Table(stack, "Table", {
    tableName: "small-table",
    partitionKey: { name: "pk", type: AttributeType.STRING },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    timeToLiveAttribute: "expiresAt",
  });
  table.addGlobalSecondaryIndex({
    indexName: "byOwner",
    partitionKey: { name: "owner", type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  });
  const bucket = new Bucket(stack, "Bucket", {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    eventBridgeEnabled: true,
    versioned: true,
    lifecycleRules: [
      { prefix: "short/", expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
    ],
  });
  new Bucket(stack, "Locked", {
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(30)),
  });
  const identity = new EmailIdentity(stack, "Identity", { identity: Identity.domain("example.org") });
  const set = new ConfigurationSet(stack, "Set", { configurationSetName: "small-set" });
  const make = (name: string, timeout = 10, handler = name.toLowerCase()) =>
    new Function(stack, name, {
      functionName: `small-${name.toLowerCase()}`,
      runtime: Runtime.NODEJS_24_X,
      code: Code.fromAsset(bundle()),
      handler: `index.${handler}`,
      timeout: Duration.seconds(timeout),
      memorySize: 256,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET_NAME: bucket.bucketName,
        CONFIGURATION_SET: "small-set",
      },
    });

  const store = make("Store", 4);
  table.grantWriteData(store);
  make("Pry", undefined, "nested.pry");
  const note = make("Note");
  table.grantReadWriteData(note);
  const sign = make("Sign");
  bucket.grantPut(sign);
  bucket.grantRead(sign, "uploads/*");
  const mail = make("Mail");
  mail.addToRolePolicy(
    new PolicyStatement({
      actions: ["ses:SendRawEmail"],
      resources: [
        identity.emailIdentityArn,
        stack.formatArn({
          service: "ses",
          resource: "configuration-set",
          resourceName: set.configurationSetName,
        }),
      ],
      conditions: { StringEquals: { "ses:FromAddress": "led@example.org" } },
    }),
  );

  const machine = new StateMachine(stack, "Machine", {
    stateMachineName: "small-machine",
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(
      Wait.jsonata(stack, "Wait", { time: WaitTime.duration(Duration.days(30)) }).next(
        LambdaInvoke.jsonata(stack, "Save", {
          lambdaFunction: store,
          payload: TaskInput.fromObject({ id: "{% $states.context.Execution.Name %}" }),
          outputs: "{% $states.result.Payload %}",
        }),
      ),
    ),
  });

  const deadLetters = new Queue(stack, "DeadLetters", { queueName: "small-dead-letters" });
  const failing = make("Failing");
  failing.addEnvironment("TABLE_NAME", "no-such-table");
  failing.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetters) });
  note.addEnvironment("SITE", "unused");
  new Rule(stack, "Ended", {
    eventPattern: {
      source: ["aws.states"],
      detail: { status: ["SUCCEEDED"], stateMachineArn: [machine.stateMachineArn] },
    },
    targets: [
      new LambdaFunction(note, {
        event: RuleTargetInput.fromObject({
          name: EventField.fromPath("$.detail.name"),
          status: EventField.fromPath("$.detail.status"),
        }),
      }),
    ],
  });
  new Rule(stack, "Arrived", {
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Created"],
      detail: { object: { key: [{ prefix: "uploads/" }] } },
    },
    targets: [new LambdaFunction(note)],
  });
  new Rule(stack, "Often", {
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaFunction(note)],
  });
  new Rule(stack, "Doomed", {
    eventPattern: { source: ["aws.s3"], detail: { object: { key: [{ prefix: "doomed/" }] } } },
    targets: [new LambdaFunction(failing)],
  });
  bucket.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(note), { prefix: "notified/" });

  const api = new RestApi(stack, "Api", { binaryMediaTypes: ["*/*"], deployOptions: { stageName: "live" } });
  const web = make("Web");
  api.root.addMethod("ANY", new LambdaIntegration(web, { scopePermissionToMethod: false }));
  api.root.addProxy({ defaultIntegration: new LambdaIntegration(web, { scopePermissionToMethod: false }) });
  web.addEnvironment("PUBLIC_URL", `https://${api.restApiId}.execute-api.${stack.region}.amazonaws.com/live`);

  const pool = new UserPool(stack, "Pool");
  new CfnUserPoolGroup(stack, "Team", { userPoolId: pool.userPoolId, groupName: "led-team" });
  const client = pool.addClient("Client", {
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: ["https://example.org/callback"],
      logoutUrls: ["https://example.org/"],
    },
    accessTokenValidity: Duration.minutes(15),
  });
  store.addEnvironment("ISSUER", pool.userPoolProviderUrl);
  store.addEnvironment("CLIENT", client.userPoolClientId);
  return app;
}
