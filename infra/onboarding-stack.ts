import { CfnOutput, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { CfnKey, Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { EnvironmentOf } from "../functions/adapters/shared/environment.ts";
import { onboarding } from "../statemachine/onboarding.ts";
import { outOfUse } from "../statemachine/out-of-use.ts";
import { acceptFindings } from "./configuration/accepted-findings.ts";
import type { Configuration } from "./configuration/configuration.ts";
import { AccountAlarms } from "./constructs/account-alarms.ts";
import { Alarms } from "./constructs/alarms.ts";
import { Arrivals } from "./constructs/arrivals.ts";
import { AuditTrail } from "./constructs/audit-trail.ts";
import { Backups } from "./constructs/backups.ts";
import { Budget } from "./constructs/budget.ts";
import { Bundles, type CodeOfFunctions } from "./constructs/bundles.ts";
import { Dashboard } from "./constructs/dashboard.ts";
import { Documents } from "./constructs/documents.ts";
import { Dossiers } from "./constructs/dossiers.ts";
import { Inbound } from "./constructs/inbound.ts";
import { FollowUp } from "./constructs/follow-up.ts";
import { LogDigests } from "./constructs/log-digests.ts";
import { protectLogs } from "./constructs/log-protection.ts";
import { LogQueries } from "./constructs/log-queries.ts";
import type { FunctionSettings } from "./constructs/service-function.ts";
import { Mail } from "./constructs/mail.ts";
import { MailResults } from "./constructs/mail-results.ts";
import { Parking } from "./constructs/parking.ts";
import { SignIn } from "./constructs/sign-in.ts";
import { Site } from "./constructs/site.ts";
import { StateFunctions } from "./constructs/state-functions.ts";
import { Web } from "./constructs/web.ts";
import { Webhooks } from "./constructs/webhooks.ts";
import { WorkflowAccess } from "./constructs/workflow-access.ts";
import { WorkflowMachine } from "./constructs/workflow-machine.ts";

/** `bundles` is the code of the functions; without it the synthesis bundles the code. */
type OnboardingProps = StackProps & { configuration: Configuration; bundles?: CodeOfFunctions };

/** The stack of the LED onboarding. It only composes: each concern is one construct. */
export class OnboardingStack extends Stack {
  constructor(scope: Construct, id: string, props: OnboardingProps) {
    super(scope, id, props);
    const { configuration, bundles = new Bundles() } = props;
    const {
      environment,
      logRetentionDays: logRetention,
      noncurrentVersionDays,
      webhookHosts,
    } = configuration;

    // Storage
    const key = dataKey(this);
    const isProtected = configuration.protection === "on";
    const dossiers = new Dossiers(this, "Dossiers", {
      ...{ key, isProtected, restored: configuration.restoredTable },
    });
    const { backup } = configuration;
    if (backup) new Backups(this, "Backups", { tableArn: dossiers.tableArn, key, backup });
    const documents = new Documents(this, "Documents", { key, noncurrentVersionDays });
    const { logLock, retentionYears } = configuration;
    const logDigests = new LogDigests(this, "LogDigests", {
      ...{ key, logLock, leastYears: retentionYears.other, accessLogs: documents.accessLogs },
    });
    const keyOfLogs = protectLogs(this, configuration);
    if (configuration.auditTrail && keyOfLogs)
      new AuditTrail(this, "AuditTrail", {
        ...{ environment, key: keyOfLogs, tableArn: dossiers.tableArn, days: logRetention },
        ...{ buckets: [documents.bucket, logDigests.bucket], accessLogs: documents.accessLogs },
      });

    // Web and mail
    const { alarmMailbox: mailbox, runbook, domain, adminNetworks, trustedIssuers } = configuration;
    const alarms = new Alarms(this, "Alarms", { mailbox, runbook });
    const mail = new Mail(this, "Mail", { mail: configuration.mail, alarms });
    const site = new Site(this, "Site", { environment, domain, adminNetworks, logRetention });
    const signIn = new SignIn(this, "SignIn", {
      ...{ environment, isProtected, signIn: configuration.signIn, publicUrl: site.publicUrl },
    });

    // Functions and workflows
    const settings: FunctionSettings = { environment, logRetention, alarms, bundles };
    const workflow = new WorkflowAccess(this, environment);
    const variables: EnvironmentOf<"workflow"> = {
      TABLE_NAME: dossiers.tableName,
      BUCKET_NAME: documents.bucket.bucketName,
      PUBLIC_URL: site.publicUrl,
      LED_DPO_ON_DPIA: configuration.ledDpoOnDpia ? "on" : "off",
      PUBLIC_PROTOCOLS: configuration.publicProtocols ? "on" : "off",
      FORMER_HOSTS: site.formerHosts.join(" "),
      WEBHOOK_HOSTS: webhookHosts.join(" "),
      RETENTION_YEARS_SIGNED: String(retentionYears.signed),
      RETENTION_YEARS_OTHER: String(retentionYears.other),
      ONBOARDING_ARN: workflow.arnOf("onboarding"),
      OUT_OF_USE_ARN: workflow.arnOf("out-of-use"),
      ...mail.environment,
      ...logDigests.environment,
    };
    const parts = { settings, dossiers, documents, mail, workflow, environment: variables };
    const functions = new StateFunctions(this, "States", parts);
    const onboardings = new WorkflowMachine(this, "Onboarding", {
      ...{ settings, functions, workflow: "onboarding", define: onboarding },
      comment: "The onboarding of one public organisation to the LED",
      errorImpact: "An onboarding stopped: nobody of that dossier gets a task until it is resumed.",
    });
    new WorkflowMachine(this, "OutOfUse", {
      ...{ settings, functions, workflow: "out-of-use", define: outOfUse },
      comment: "The end of the use of the LED by one public organisation, or its next term",
      errorImpact: "The end of a use stopped: nobody is asked to renew it or to confirm its end.",
    });
    const { inbound } = configuration.mail;
    const receivesMail = inbound !== undefined;
    const web = new Web(this, "Web", { ...parts, logDigests, site, signIn, receivesMail });
    new MailResults(this, "MailResults", parts);
    if (inbound) new Inbound(this, "Inbound", { ...parts, inbound });
    new FollowUp(this, "FollowUp", { ...parts, logDigests });
    if (webhookHosts.length > 0) new Webhooks(this, "Webhooks", { settings, dossiers, hosts: webhookHosts });
    new Arrivals(this, "Arrivals", {
      ...{ settings, dossiers, documents, trustedIssuers },
      ...{ key, malwareCheck: configuration.malwareCheck, receivesMail },
    });
    new Parking(this, "Parking", { settings, workflow, parkDossier: functions.of.ParkDossier });
    const keys = [key, alarms.key, ...(keyOfLogs ? [keyOfLogs] : [])];
    new AccountAlarms(this, "Account", { alarms, keys, domain });
    new Dashboard(this, "Dashboard", { environment, alarms, mail, onboarding: onboardings, site, web });
    const { accessLogName: accessLog, firewallLogName: firewallLog } = site;
    new LogQueries(this, "Queries", { environment, accessLog, firewallLog });
    new Budget(this, "Budget", { environment, mailbox, monthly: configuration.monthlyBudget });

    acceptFindings(this, environment);
    new CfnOutput(this, "PublicUrl", { value: site.publicUrl, description: "Address of the site" });
    new CfnOutput(this, "Table", {
      value: dossiers.tableName,
      description: "For npm run verify-log and restore",
    });
    new CfnOutput(this, "DocumentsBucketName", {
      value: documents.bucket.bucketName,
      description: "For npm run restore",
    });
    new CfnOutput(this, "LogBucket", {
      value: logDigests.environment.LOG_BUCKET_NAME,
      description: "For npm run verify-log",
    });
    new CfnOutput(this, "Issuer", {
      value: signIn.environment.OIDC_ISSUER,
      description: "Sign-in of the LED's side",
    });
  }
}

/** One key for personal data, in the table and the bucket. It survives a rearrangement of the constructs. */
function dataKey(scope: Construct): Key {
  const key = new Key(scope, "DataKey", {
    description: "LED onboarding: dossiers and documents",
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  if (key.node.defaultChild instanceof CfnKey) key.node.defaultChild.overrideLogicalId("DataKey");
  return key;
}
