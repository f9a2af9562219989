/** Permissions that no test can use, or that a test lacks on purpose, each with the reason. */
export type AcceptedPermission = {
  /** Names of the functions, state machines and rules concerned, without `led-<environment>-`. Default: all. */
  readonly of?: RegExp;
  /** The permission as `npm run permissions` prints it. */
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
  {
    of: /^(open-dossier|enter-intake|enter-out-of-use|decide-renewal|continue-as-new|park-dossier)$/,
    right: /^dynamodb:UpdateItem DossiersTable where dynamodb:LeadingKeys is DOSSIER#\*$/,
    reason:
      "Marks the decision that led to a state as taken up: the code is the same for every state, and these follow one seldom.",
  },
  {
    of: /^enter-out-of-use$/,
    right: /^dynamodb:DeleteItem /,
    reason: "Closing a yearly check deletes its draft, where somebody had begun one.",
  },
  {
    of: /^reversal-period$/,
    right: /^dynamodb:(DeleteItem|Query) DossiersTable where dynamodb:LeadingKeys is DOSSIER#\*$/,
    reason:
      "Executions of the first version of out-of-use end the access here: test/executions/later-requests.test.ts plays it.",
  },
  {
    of: /^review-protocol$/,
    right: /^dynamodb:PutItem DossiersTable where dynamodb:LeadingKeys is LINK#\*$/,
    reason: "The contact is told only where a party did not sign: test/protocol/tasks.test.ts plays it.",
  },
  {
    of: /^follow-up$/,
    right: /^s3:DeleteObjectVersion DocumentsBucket\/quarantine\/\*$/,
    reason:
      "Only where a dossier is erased, or a check times out, while a file is in quarantine: test/documents plays it.",
  },
  {
    of: /^admin-web$/,
    right: /^dynamodb:PutItem DossiersTable where dynamodb:LeadingKeys is (TELEPHONE#\*|READYTEXTS)$/,
    reason:
      "Only where a colleague shows a telephone number, or the team writes a ready text: test/web/absence-pages.test.ts and ready-texts.test.ts play it.",
  },
  {
    of: /^admin-web$/,
    right:
      /^dynamodb:(Query DossiersTable where dynamodb:LeadingKeys is FOUND#\*|GetItem DossiersTable where dynamodb:LeadingKeys is OUTBOX)$/,
    reason:
      "Only where the team searches by words, or sends an event again: test/web/admin-pages.test.ts and test/webhooks play it.",
  },
  {
    of: /^receive-mail$/,
    right: /^dynamodb:UpdateItem DossiersTable where dynamodb:LeadingKeys is DOSSIER#\*$/,
    reason: "It opens the task of a message, with the grant of every function that opens tasks.",
  },
  {
    of: /^follow-up$/,
    right: /^dynamodb:DeleteItem DossiersTable where dynamodb:LeadingKeys is PUBLISHED$/,
    reason:
      "Only where a dossier with a published protocol is deleted: test/retention/retention.test.ts plays it.",
  },
  {
    right: /^s3:(GetObject|PutObject) .*\/templates\/|^dynamodb:\w+ DossiersTable where .* TEMPLATE$/,
    reason:
      "Only where the team replaces the protocol template, and where somebody downloads it: test/web/template-page.test.ts plays it.",
  },
  {
    right: /^states:DescribeExecution /,
    reason: "Asked only where an execution of that name was started before: test/application plays it.",
  },
  {
    of: /^(park-dossier|follow-up)$/,
    right: /^states:GetExecutionHistory /,
    reason:
      "Parking names the last state that succeeded, of either workflow and whoever finds that it must be parked.",
  },
  {
    of: /^(public|admin)-web$/,
    right: /^dynamodb:(GetItem|DeleteItem) DossiersTable where dynamodb:LeadingKeys is FORM#\*$/,
    reason: "Only where a form is posted twice or is refused: test/web/once.test.ts plays it.",
  },
  {
    of: /^admin-web$/,
    right:
      /^dynamodb:(GetItem DossiersTable where dynamodb:LeadingKeys is REFERENCE#\*|Query DossiersTable\/index\/byOrganisation|UpdateItem DossiersTable where dynamodb:LeadingKeys is SUBSTITUTIONS)$/,
    reason:
      "Search by reference and by number, and ending a substitution: test/web plays them on the table, in one process.",
  },
  {
    of: /^admin-web$/,
    right: /^states:(SendTaskFailure|StartExecution) OutOfUseStateMachine$/,
    reason:
      "The team ends a use, or moves its end to another definition; end to end the applicant and the clock end it: test/web and test/out-of-use play the team.",
  },
  {
    of: /^follow-up$/,
    right: /^dynamodb:Query DossiersTable\/index\/byOrganisation$/,
    reason: "Follow-up repeats what a side task opens when that was cut short, a dossier included.",
  },
  {
    of: /^follow-up$/,
    right: /^s3:GetObject LogDigestsBucket\/\*$/,
    reason:
      "Only where a digest is kept already, after an interruption: test/log/verify-log.test.ts plays it.",
  },
  {
    of: /^follow-up$/,
    right: /^s3:DeleteObjectVersion DocumentsBucket\/(exports|uploads)\/\*$/,
    reason: "A deletion takes what stands there at that moment: test/retention/retention.test.ts plays both.",
  },
  {
    of: /^documents$/,
    right:
      /^s3:((DeleteObjectVersion|GetObjectVersion) DocumentsBucket\/dossiers\/\*|ListBucketVersions DocumentsBucket where s3:prefix is (dossiers|uploads)\/\*)$/,
    reason:
      "For a form that was opened before uploads had a place of their own, and an event that is told again: test/documents plays both.",
  },
  {
    of: /^malware-check \(GuardDuty\)$/,
    right:
      /^(events:|s3:(GetObject |ListBucket |PutObject |(Get|Put)BucketNotification )|kms:GenerateDataKey )/,
    reason: "GuardDuty validates the bucket and manages its own rule, in ways that only AWS knows.",
  },
  {
    of: /^out-of-use \(state machine\)$/,
    right: /^lambda:InvokeFunction StatesParkDossier$/,
    reason: "The end of a use that fails for good; test/end-to-end/parked.test.ts plays an onboarding.",
  },
];

export const ACCEPTED_DENIED: readonly AcceptedPermission[] = [
  {
    of: /^follow-up$/,
    right: /^s3:DeleteObjectVersion LogDigestsBucket\//,
    reason: "test/end-to-end/log.test.ts shows that no function deletes a digest.",
  },
];
