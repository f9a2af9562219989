import { beforeAll, describe, expect, it } from "vitest";
import { ACCEPTED_UNUSED } from "../../infra/configuration/accepted-permissions.ts";
import { createApp } from "../../infra/app.ts";
import { Iam } from "../../local/iam/iam.ts";
import { actorsOf } from "../../local/iam/actors.ts";
import { grantsOf } from "../../local/iam/grants.ts";
import type { ByRole } from "../../local/iam/uses.ts";
import { Template } from "../../local/template/template.ts";
import { readStack } from "../../local/template/assembly.ts";
import { compare } from "../permissions/compare.ts";

let template: Template;
/** Every grant of every role, as if all were used. */
let everything: ByRole;

beforeAll(async () => {
  template = new Template(await readStack(() => createApp({ bundling: false })));
  const { roles } = new Iam(template);
  everything = Object.fromEntries(
    [...roles].map(([role, statements]) => [role, statements.flatMap((statement) => grantsOf(statement))]),
  );
});

const accepted = { unused: ACCEPTED_UNUSED, denied: [] };
const roleOf = (actor: string) =>
  [...actorsOf(template)].find(([, name]) => name === `led-dev-${actor}`)?.[0] ?? "";

describe("npm run permissions", () => {
  it("reports nothing when every grant was used", () => {
    expect(compare(template, { used: everything, denied: {} }, accepted)).toEqual({
      unused: [],
      denied: [],
      needless: [],
    });
  });

  it("reports unused grants with their role, down to the kind of partition", () => {
    const role = roleOf("public-web");
    const used = { ...everything, [role]: (everything[role] ?? []).filter((right) => !/LINK#/.test(right)) };

    const { unused } = compare(template, { used, denied: {} }, accepted);

    expect(unused).toEqual([
      expect.stringMatching(/^led-dev-public-web: dynamodb:PutItem .* is LINK#\*$/),
      expect.stringMatching(/^led-dev-public-web: dynamodb:GetItem .* is LINK#\*$/),
    ]);
  });

  it("reports denied requests with their caller", () => {
    const denied = { [roleOf("documents")]: ["dynamodb:DeleteItem table"] };

    expect(compare(template, { used: everything, denied }, accepted).denied).toEqual([
      "led-dev-documents: dynamodb:DeleteItem table",
    ]);
  });

  it("reports exceptions that nobody has, so that the list remains true", () => {
    const unused = [...ACCEPTED_UNUSED, { right: /^s3:PutBucketPolicy/, reason: "made up" }];

    expect(compare(template, { used: {}, denied: {} }, { unused, denied: [] }).needless).toEqual([
      "/^s3:PutBucketPolicy/",
    ]);
  });
});
