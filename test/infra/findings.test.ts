import { CfnBucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from "cdk-nag";
import { expect, it } from "vitest";
import { createApp } from "../../infra/app.ts";
import { optionsOf } from "./prod.ts";

it.each(["dev", "prod"])("CloudFormation's own schemas find no errors in %s", (environment) => {
  const app = createApp({ ...optionsOf(environment), bundling: false, validation: true });

  expect(() => app.synth()).not.toThrow();
});

it("CloudFormation's own schemas are used only on request", () => {
  const withWrongBucket = (validation: boolean) => {
    const app = createApp({ bundling: false, validation });
    const [bucket] = app.node.findAll().filter((construct) => construct instanceof CfnBucket);
    bucket?.addPropertyOverride("NoSuchProperty", true);
    return () => app.synth();
  };

  expect(withWrongBucket(true)).toThrow();
  expect(withWrongBucket(false)).not.toThrow();
});

it.each(["dev", "prod"])("cdk-nag finds nothing in %s without an accepted reason", (environment) => {
  const app = createApp({ ...optionsOf(environment), bundling: false });
  app.synth();

  const found = [AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks].flatMap((Pack) =>
    new Pack(app)
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      ),
  );

  expect(found).toEqual([]);
});
