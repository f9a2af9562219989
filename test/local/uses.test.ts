import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { grantsOf, grantsUsed } from "../../local/iam/grants.ts";
import { statementsOf } from "../../local/iam/statements.ts";
import { readUses, Uses } from "../../local/iam/uses.ts";

const TABLE = "arn:aws:dynamodb:eu-west-1:000000000000:table/dossiers";
const statements = statementsOf({
  Statement: {
    Effect: "Allow",
    Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
    Resource: TABLE,
    Condition: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["DOSSIER#*", "LINK#*"] },
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  },
});
const [statement] = statements;
const write = (key: string) => ({
  action: "dynamodb:PutItem",
  resource: TABLE,
  context: { "dynamodb:LeadingKeys": [key] },
});
const put = (kind: string) => `dynamodb:PutItem ${TABLE} where dynamodb:LeadingKeys is ${kind}#*`;

describe("the grants of a statement", () => {
  it("are one for each action, resource and kind of partition", () => {
    expect(statements.flatMap(grantsOf)).toHaveLength(4);
    expect(statements.flatMap(grantsOf)).toContain(put("LINK"));
  });

  it("are used one by one", () => {
    expect(statement && grantsUsed(statement, write("LINK#a"))).toEqual([put("LINK")]);
    expect(statement && grantsUsed(statement, write("SESSION#a"))).toEqual([]);
  });
});

describe("uses and denials of roles", () => {
  it("are combined over processes; denials count under the same policies only", () => {
    const folder = temporaryFolder("led-uses-");
    const [one, other] = [new Uses(), new Uses()];

    one.note("role", statements, write("DOSSIER#a"), true);
    one.note("role", statements, write("SESSION#secret"), false);
    one.write(folder, "today");
    other.note("role", statements, write("LINK#a"), true);
    other.note("role", statements, write("STAFF"), false);
    other.write(folder, "yesterday");

    expect(readUses(folder, "today")).toEqual({
      runs: 2,
      used: { role: [put("DOSSIER"), put("LINK")] },
      denied: { role: [`dynamodb:PutItem ${TABLE} where dynamodb:LeadingKeys is SESSION#*`] },
    });
  });
});
