import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** Names of the metrics that alarms stand on; infra uses the same. */
export const METRICS = {
  namespace: "LedOnboarding",
  dossierParked: "DossierParked",
  itemUnreadable: "ItemUnreadable",
} as const;

/** Logs say what happened by a stable code and keys: never an object, a body, a header or a value of a person. */
export const logger = new Logger({ serviceName: "led-onboarding" });

/** Something unexpected stopped a dossier: one metric, on which an alarm stands. */
export function alarmParked(dossierId: string): void {
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: "led-onboarding" });
  metrics.addMetadata("dossierId", dossierId);
  metrics.addMetric(METRICS.dossierParked, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** Stored items that do not parse, by their keys: one metric, on which an alarm stands. */
export function alarmUnreadable(keys: readonly string[]): void {
  logger.error(METRICS.itemUnreadable, { keys: [...keys] });
  const metrics = new Metrics({ namespace: METRICS.namespace, serviceName: "led-onboarding" });
  metrics.addMetric(METRICS.itemUnreadable, MetricUnit.Count, keys.length);
  metrics.publishStoredMetrics();
}
