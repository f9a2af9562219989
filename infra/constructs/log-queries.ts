import { CfnQueryDefinition } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { functionName, STATE_NAMES } from "../../statemachine/contract.ts";

export type LogQueriesProps = {
  readonly environment: string;
  /** Name of the log group of the site's requests. */
  readonly accessLog: string;
  /** Name of the log group of the firewall. */
  readonly firewallLog: string;
};

const OTHER_FUNCTIONS = ["PublicWeb", "AdminWeb", "FollowUp", "Documents"];

/** Queries of the functions' logs, by their name in CloudWatch Logs Insights. */
const OF_FUNCTIONS = {
  "What happened to a dossier": `fields @timestamp, message, state, code, function_name
| filter dossierId = "PUT THE ID OF THE DOSSIER HERE"
| sort @timestamp asc
| limit 1000`,
  "Failures by code": `filter level = "ERROR"
| stats count(*) as failures, latest(@timestamp) as last by message, code, state
| sort failures desc`,
  "Failures, the newest first": `fields @timestamp, message, code, state, dossierId, taskId, xray_trace_id
| filter level = "ERROR"
| sort @timestamp desc
| limit 200`,
  "Dossiers that stopped": `fields @timestamp, dossierId
| filter ispresent(DossierParked)
| sort @timestamp desc`,
  "Sweeps of follow-up": `fields @timestamp, seen, failed, isComplete, oldestUndelivered
| filter message = "FOLLOW_UP_COMPLETED"
| sort @timestamp desc
| limit 300`,
  "Slowest calls of functions": `filter type = "platform.report"
| stats max(record.metrics.durationMs) as slowest, pct(record.metrics.durationMs, 95) as p95, max(record.metrics.maxMemoryUsedMB) as memory by @log
| sort slowest desc`,
};
const OF_REQUESTS = {
  "Requests that failed": `fields @timestamp, method, resource, status, latency, firewall, requestId
| filter status >= 500
| sort @timestamp desc
| limit 200`,
  "Requests by answer": `stats count(*) as requests, pct(latency, 95) as p95 by status, resource, firewall
| sort requests desc`,
};

/** Paths and queries are redacted: they hold the secrets of links. */
const OF_FIREWALL = {
  "What the firewall stopped": `stats count(*) as requests by action, terminatingRuleId, httpRequest.country, httpRequest.clientIp
| sort requests desc
| limit 100`,
};

/** The questions of the runbook, saved as queries. */
export class LogQueries extends Construct {
  constructor(scope: Construct, id: string, { environment, accessLog, firewallLog }: LogQueriesProps) {
    super(scope, id);
    const ofFunctions = [...STATE_NAMES, ...OTHER_FUNCTIONS].map(
      (name) => `/aws/lambda/${functionName(environment, name)}`,
    );
    const save = (queries: Record<string, string>, logGroupNames: string[]) => {
      for (const [name, queryString] of Object.entries(queries))
        new CfnQueryDefinition(this, name.replace(/\W+/g, ""), {
          name: `led-onboarding-${environment}/${name}`,
          queryString,
          logGroupNames,
        });
    };
    save(OF_FUNCTIONS, ofFunctions);
    save(OF_REQUESTS, [accessLog]);
    save(OF_FIREWALL, [firewallLog]);
  }
}
