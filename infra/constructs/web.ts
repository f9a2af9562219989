import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import { ServiceFunction, type AnyFunction } from "./service-function.ts";
import type { LogDigests } from "./log-digests.ts";
import { ownMetric } from "./own-metrics.ts";
import type { SignIn } from "./sign-in.ts";
import type { Site } from "./site.ts";
import type { WorkflowParts } from "./state-functions.ts";

export type WebProps = WorkflowParts & {
  readonly logDigests: LogDigests;
  readonly site: Site;
  readonly signIn: SignIn;
  /** Whether mails come in, of which some are of no dossier. */
  readonly receivesMail: boolean;
};

/** API Gateway gives up after 29 seconds. */
const TIMEOUT = Duration.seconds(28);

/** The two functions of the site: public pages through mailed links, and pages and API behind sign-in. */
export class Web extends Construct {
  readonly publicWeb: AnyFunction;
  readonly adminWeb: AnyFunction;

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id);
    this.publicWeb = new ServiceFunction(this, "PublicWeb", {
      settings: props.settings,
      kind: "workflow",
      entry: "functions/handlers/public-web.ts",
      environment: props.environment,
      memoryMegabytes: 1024,
      timeout: TIMEOUT,
      errorImpact: "Applicants and signatories cannot open their pages or decide their tasks.",
      runbookHeading: "the-public-pages-fail",
    });
    this.adminWeb = new ServiceFunction(this, "AdminWeb", {
      settings: props.settings,
      kind: "adminWeb",
      entry: "functions/handlers/admin-web.ts",
      environment: { ...props.environment, ...props.signIn.environment },
      memoryMegabytes: 1024,
      timeout: TIMEOUT,
      errorImpact: "The LED team, its DPO and the leading official cannot see or decide anything.",
      runbookHeading: "the-admin-pages-fail",
    });
    for (const web of [this.publicWeb, this.adminWeb]) grantActs(web, props);
    // An applicant withdraws a request. Only the team moves an ending use to another definition.
    props.workflow.grantInterrupt(this.publicWeb, ["onboarding"]);
    props.workflow.grantInterrupt(this.adminWeb);
    props.dossiers.grantServeVisitors(this.publicWeb);
    props.dossiers.grantShowPublished(this.publicWeb);
    props.dossiers.grantShowFigures(this.publicWeb);
    props.dossiers.grantServeStaff(this.adminWeb);
    props.mail.grantLift(this.adminWeb);
    props.dossiers.grantRecordReadings(this.adminWeb);
    props.dossiers.grantFindByReference(this.adminWeb);
    props.dossiers.grantFindByOrganisation(this.publicWeb);
    props.dossiers.grantList(this.adminWeb);
    props.dossiers.grantReadLines(this.adminWeb);
    props.dossiers.grantSettleNewMails(this.adminWeb);
    props.dossiers.grantManageWebhooks(this.adminWeb);
    if (props.receivesMail) props.documents.grantReceiveMails(this.adminWeb);
    props.documents.grantExport(this.adminWeb);
    props.documents.grantChangeTemplate(this.adminWeb);
    props.dossiers.grantChangeTemplate(this.adminWeb);
    props.logDigests.grantVerify(this.adminWeb);
    props.signIn.grantSecret(this.adminWeb);
    props.site.serve(this);
    watchAnswers(this, props);
    watchLimits(this, props);
  }
}

/** Decide, withdraw, start and continue; add and show documents; send mail. */
function grantActs(web: AnyFunction, props: WebProps): void {
  props.dossiers.grantRecord(web);
  props.dossiers.grantOpenDossiers(web);
  props.dossiers.grantKnowForms(web);
  props.dossiers.grantMakeLinks(web);
  props.dossiers.grantCount(web);
  props.mail.grantSend(web);
  props.documents.grantKeepMails(web);
  props.documents.grantUpload(web);
  props.documents.grantShow(web);
  props.documents.grantReadTemplate(web);
  props.dossiers.grantReadTemplate(web);
  props.workflow.grantAnswer(web);
  props.workflow.grantStart(web);
}

/** Counts failures that the application answers with an error page, since Lambda does not count them as errors. */
function watchAnswers(scope: Construct, { settings, site }: WebProps): void {
  settings.alarms.add(scope, "ServerErrors", {
    metric: site.api.metricServerError({ period: Duration.minutes(15) }),
    signal: "failures",
    threshold: 3,
    errorImpact: "Pages or the admin API answer with a failure: people cannot open or decide something.",
    runbookHeading: "the-public-pages-fail",
  });
}

/** A limit that applies to all people together blocks the act for everybody: it may indicate misuse of the site. */
function watchLimits(scope: Construct, { settings }: WebProps): void {
  settings.alarms.add(scope, "LimitReached", {
    metric: ownMetric("limitReached", { environment: settings.environment, period: Duration.minutes(5) }),
    signal: "failures",
    threshold: 1,
    errorImpact:
      "The site sends so many mails of one kind that it stops: people are told to come back later.",
    runbookHeading: "a-limit-for-all-is-reached",
  });
}
