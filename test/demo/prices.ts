/**
 * AWS list prices in USD, US East (N. Virginia), without free tier; other regions differ slightly. They estimate the
 * price of one onboarding, not an invoice: fixed costs (a key, alarms, WAF) and data transfer are left out.
 * Sources: the pricing pages of AWS Step Functions, Lambda, DynamoDB (on demand, since November 2024), SES, S3.
 */
export const PRICES = {
  stateTransition: 25 / 1e6,
  lambdaRequest: 0.2 / 1e6,
  /** Arm, per GB-second. */
  lambdaGbSecond: 0.0000133334,
  writeRequestUnit: 0.625 / 1e6,
  readRequestUnit: 0.125 / 1e6,
  mail: 0.1 / 1e3,
  s3Put: 0.005 / 1e3,
} as const;

/** A conservative estimate of a warm invocation: the local cloud does not measure Lambda's time. */
export const ESTIMATED_INVOCATION = { seconds: 0.3, gigabytes: 0.5 } as const;
