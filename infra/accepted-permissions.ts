/** Rights that no test can use, or that a test lacks on purpose: each with the reason. */
export type AcceptedPermission = {
  /** Names of functions, state machines and rules, as far as not all; without `led-<environment>-`. */
  readonly of?: RegExp;
  /** The right, as `npm run permissions` prints it. */
  readonly right: RegExp;
  readonly reason: string;
};

export const ACCEPTED_UNUSED: readonly AcceptedPermission[] = [
  {
    right: /^(logs|xray):/,
    reason: "Lambda and Step Functions write logs and traces themselves, which the local cloud does not.",
  },
  {
    right: /^kms:(DescribeKey|Encrypt|GenerateDataKey|ReEncryptFrom|ReEncryptTo) /,
    reason: "DynamoDB and S3 use the key in the name of the caller, in ways that only AWS knows.",
  },
  {
    right: /^sqs:SendMessage /,
    reason: "Lambda sends what failed for good with the function's role: test/local/events.test.ts plays it.",
  },
  {
    of: /^(?!public-web|admin-web|follow-up)/,
    right: /^states:SendTaskSuccess /,
    reason:
      "A step hands on a decision only when its dossier goes on from an earlier stage: the code is the same for every step that asks.",
  },
];

export const ACCEPTED_DENIED: readonly AcceptedPermission[] = [];
