import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ofType, synthesized, textOf } from "./synthesized.ts";

const { template } = synthesized({
  overrides: {
    signIn: {
      kind: "cognito",
      programs: [
        { name: "reporting", role: "led-team" },
        { name: "archive", role: "led-dpo" },
      ],
    },
  },
});

const client = (name: string) =>
  ofType(template, "AWS::Cognito::UserPoolClient").find(
    ([, { Properties }]) => Properties.ClientName === name,
  );

describe("the user pool", () => {
  it("carries the account in the address of its pages, which is unique over all accounts", () => {
    const [[, domain] = []] = ofType(template, "AWS::Cognito::UserPoolDomain");

    expect(textOf(domain?.Properties.Domain)).toBe("led-onboarding-dev-${AWS::AccountId}");
  });

  it("reads an address in any case, which cannot be changed later", () => {
    expect(template.Resources.UserPool?.Properties.UsernameConfiguration).toEqual({ CaseSensitive: false });
  });

  it("gives each program a client with a secret, for the scope of its own role only", () => {
    const [[, api] = []] = ofType(template, "AWS::Cognito::UserPoolResourceServer");

    expect(api?.Properties).toMatchObject({
      Identifier: "led-onboarding",
      Scopes: [{ ScopeName: "led-dpo" }, { ScopeName: "led-team" }],
    });
    expect(client("reporting")?.[1].Properties).toMatchObject({
      GenerateSecret: true,
      AllowedOAuthFlows: ["client_credentials"],
      AccessTokenValidity: 15,
    });
    const scopes = z.array(z.unknown()).parse(client("archive")?.[1].Properties.AllowedOAuthScopes);
    expect(scopes.map(textOf)).toEqual([expect.stringMatching(/\/led-dpo$/)]);
  });

  it("passes the programs to the admin function only", () => {
    const readers = ofType(template, "AWS::Lambda::Function").filter(([, { Properties }]) =>
      JSON.stringify(Properties.Environment).includes("OIDC_PROGRAMS"),
    );
    expect(readers.map(([, { Properties }]) => Properties.FunctionName)).toEqual(["led-dev-admin-web"]);
    const { Variables } = z
      .object({ Variables: z.record(z.string(), z.unknown()) })
      .parse(readers[0]?.[1].Properties.Environment);
    const [reportingId] = client("reporting") ?? [];
    expect(JSON.stringify(Variables.OIDC_PROGRAMS)).toContain(`{"Ref":"${reportingId}"}`);
  });
});
