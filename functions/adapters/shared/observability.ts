import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** Names of the metrics that alarms stand on; infra uses the same. */
export const METRICS = {
  namespace: "LedOnboarding",
  dossierParked: "DossierParked",
  limitReached: "LimitReached",
  itemUnreadable: "ItemUnreadable",
} as const;

/** Logs say what happened by a stable code and keys: never an object, a body, a header or a value of a person. */
export const logger = new Logger({ serviceName: "led-onboarding" });

/** Something unexpected stopped a dossier: one metric, on which an alarm stands. */
export const alarmParked = (dossierId: string): void => count(METRICS.dossierParked, { dossierId });

/** Something is done so often by everybody together that it stops: one metric, on which an alarm stands. */
export const alarmLimit = (act: string): void => count(METRICS.limitReached, { act });

/** Stored items that do not parse, by their keys: one metric, on which an alarm stands. */
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
