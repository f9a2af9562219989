import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** Names of the metrics behind alarms; infra uses the same. */
export const METRICS = {
  namespace: "LedOnboarding",
  dossierParked: "DossierParked",
  limitReached: "LimitReached",
  itemUnreadable: "ItemUnreadable",
  documentUnchecked: "DocumentUnchecked",
} as const;

/** A log line holds a stable code and keys: never an object, a body, a header or a person's data. */
export const logger = new Logger({ serviceName: "led-onboarding" });

/** Reports a dossier that was parked, through a metric with an alarm. */
export const alarmParked = (dossierId: string): void => count(METRICS.dossierParked, { dossierId });

/** Reports a limit that applies to all people together, through a metric with an alarm. */
export const alarmLimit = (act: string): void => count(METRICS.limitReached, { act });

/** Reports that a document could not be checked for malware, through a metric with an alarm. */
export const alarmUnchecked = (dossierId: string): void => count(METRICS.documentUnchecked, { dossierId });

/** Reports unreadable stored items by their keys, through a metric with an alarm. */
export function alarmUnreadable(keys: readonly string[]): void {
  logger.error(METRICS.itemUnreadable, { keys: [...keys] });
  count(METRICS.itemUnreadable, {}, keys.length);
}

function count(name: string, about: Record<string, string>, times = 1): void {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: "led-onboarding" });
  for (const [key, value] of Object.entries(about)) metrics.addMetadata(key, value);
  metrics.addMetric(name, MetricUnit.Count, times);
  metrics.publishStoredMetrics();
}
