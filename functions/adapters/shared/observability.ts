import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Stage } from "../../domain/process.ts";
import type { Stock } from "../../domain/stock.ts";

/** Names of the metrics behind alarms; infra uses the same. */
export const METRICS = {
  namespace: "LedOnboarding",
  dossierParked: "DossierParked",
  limitReached: "LimitReached",
  itemUnreadable: "ItemUnreadable",
  documentUnchecked: "DocumentUnchecked",
  /** Events that no attempt delivered to a webhook. */
  eventGivenUp: "EventGivenUp",
  /** Minutes since the oldest decision that a sweep had to deliver again. */
  oldestUndelivered: "OldestUndelivered",
  /** Minutes since the first attempt of the mail that waits longest to be sent, measured each hour. */
  oldestUnsentMail: "OldestUnsentMail",
  /** Dossiers per `stage`, counted each hour. */
  dossiersInStage: "DossiersInStage",
  dossiersOnHold: "DossiersOnHold",
  dossiersStopped: "DossiersStopped",
  /** Open tasks, and those after their deadline, per `side`. */
  openTasks: "OpenTasks",
  lateTasks: "LateTasks",
  /** Days that a dossier was in the `stage` that it left. */
  daysInStage: "DaysInStage",
} as const;

/** Dimensions of every metric. `environment` is set on each function by infra/constructs/service-function.ts. */
const SERVICE = "led-onboarding";
const environment = process.env["ENVIRONMENT"] ?? "local";

/** A log line holds a stable code and keys: never an object, a body, a header or a person's data. */
export const logger = new Logger({ serviceName: SERVICE });

/** Reports a dossier that was parked, through a metric with an alarm. */
export const alarmParked = (dossierId: string): void => count(METRICS.dossierParked, { dossierId });

/** Reports a limit that applies to all people together, through a metric with an alarm. */
export const alarmLimit = (act: string): void => count(METRICS.limitReached, { act });

/** Reports that a document could not be checked for malware, through a metric with an alarm. */
export const alarmUnchecked = (dossierId: string): void => count(METRICS.documentUnchecked, { dossierId });

/** Reports an event that no attempt delivered, through a metric with an alarm. */
export const alarmGivenUp = (webhook: string, id: string): void =>
  count(METRICS.eventGivenUp, { webhook, id });

/** Reports unreadable stored items by their keys, through a metric with an alarm. */
export function alarmUnreadable(keys: readonly string[]): void {
  logger.error(METRICS.itemUnreadable, { keys: [...keys] });
  count(METRICS.itemUnreadable, {}, keys.length);
}

/** Reports how many days a dossier was in a stage. */
export const measureStage = (stage: Stage, days: number): void =>
  measure(METRICS.daysInStage, days, { stage });

/** Reports the age of the oldest decision that the workflow has not consumed, in minutes; 0 without one. */
export const measureUndelivered = (minutes: number): void => measure(METRICS.oldestUndelivered, minutes);

/** Reports the state of all dossiers together, for the dashboard. */
export function measureStock({ stages, waiting, onHold, parked, oldestUnsent }: Stock): void {
  for (const { stage, dossiers } of stages) measure(METRICS.dossiersInStage, dossiers, { stage });
  for (const [side, { open, late }] of Object.entries(waiting)) {
    measure(METRICS.openTasks, open, { side });
    measure(METRICS.lateTasks, late, { side });
  }
  measure(METRICS.dossiersOnHold, onHold);
  measure(METRICS.dossiersStopped, parked);
  measure(METRICS.oldestUnsentMail, oldestUnsent);
}

/** A value with its own dimensions, in CloudWatch's embedded metric format. */
function measure(name: string, value: number, dimensions: Record<string, string> = {}): void {
  const metrics = newMetrics(dimensions);
  metrics.addMetric(name, MetricUnit.NoUnit, value);
  metrics.publishStoredMetrics();
}

function count(name: string, about: Record<string, string>, times = 1): void {
  const metrics = newMetrics();
  for (const [key, value] of Object.entries(about)) metrics.addMetadata(key, value);
  metrics.addMetric(name, MetricUnit.Count, times);
  metrics.publishStoredMetrics();
}

const newMetrics = (dimensions: Record<string, string> = {}) =>
  new Metrics({
    namespace: METRICS.namespace,
    serviceName: SERVICE,
    defaultDimensions: { environment, ...dimensions },
  });
