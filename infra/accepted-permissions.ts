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
];

export const ACCEPTED_DENIED: readonly AcceptedPermission[] = [];
