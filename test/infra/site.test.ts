import { describe, expect, it } from "vitest";
import * as z from "zod";
import { SECURITY_HEADERS } from "../../functions/web/http/security-headers.ts";
import { functionName } from "../../statemachine/contract.ts";
import { ofType, synthesized, textOf, type Template } from "./synthesized.ts";

const { template } = synthesized();

const variablesOf = (from: Template, id: string): Record<string, unknown> => {
  const [, made] =
    ofType(from, "AWS::Lambda::Function").find(
      ([, { Properties }]) => Properties.FunctionName === functionName("dev", id),
    ) ?? [];
  return z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(made?.Properties.Environment)
    .Variables;
};

/** Path of a resource of the API, from the root. */
function pathOf(resourceId: string): string {
  const resource = template.Resources[resourceId.replace(/^\$\{(.*)\}$/, "$1")];
  if (resource?.Type !== "AWS::ApiGateway::Resource") return "";
  return `${pathOf(textOf(resource.Properties.ParentId))}/${textOf(resource.Properties.PathPart)}`;
}

describe("the site", () => {
  it("routes administrators' paths to the admin function and all others to the public one", () => {
    const Method = z.object({ ResourceId: z.unknown(), Integration: z.object({ Uri: z.unknown() }) });
    const routes = ofType(template, "AWS::ApiGateway::Method").map(([, { Properties }]) => {
      const { ResourceId, Integration } = Method.parse(Properties);
      const web = /AdminWeb|PublicWeb/.exec(textOf(Integration.Uri))?.[0];
      return `${pathOf(textOf(ResourceId))} → ${web}`;
    });

    expect(routes.sort()).toEqual([
      " → PublicWeb",
      "/admin → AdminWeb",
      "/admin/{proxy+} → AdminWeb",
      "/api/admin → AdminWeb",
      "/api/admin/{proxy+} → AdminWeb",
      "/{proxy+} → PublicWeb",
    ]);
  });

  it("keeps paths, which contain secrets of links, out of every log and trace", () => {
    const [[, stage] = []] = ofType(template, "AWS::ApiGateway::Stage");
    const format = JSON.stringify(stage?.Properties.AccessLogSetting);

    expect(stage?.Properties.StageName).toBe("live");
    expect(format).toContain("$context.resourcePath");
    expect(format).not.toMatch(/\$context\.(path|identity|requestOverride|authorizer)/);
    expect(stage?.Properties.MethodSettings).toMatchObject([
      { LoggingLevel: "OFF", DataTraceEnabled: false },
    ]);
    expect(stage?.Properties.TracingEnabled).not.toBe(true);
    expect(JSON.stringify(ofType(template, "AWS::WAFv2::WebACL"))).not.toContain(
      '"SampledRequestsEnabled":true',
    );
  });

  it("is behind the firewall, which counts what people may write and does not block it", () => {
    const [[, acl] = []] = ofType(template, "AWS::WAFv2::WebACL");

    expect(ofType(template, "AWS::WAFv2::WebACLAssociation")).toHaveLength(1);
    for (const rule of [
      "SizeRestrictions",
      "CrossSiteScripting",
      "GenericLFI",
      "GenericRFI",
      "EC2MetaDataSSRF",
    ])
      expect(JSON.stringify(acl?.Properties.Rules)).toContain(
        `{"ActionToUse":{"Count":{}},"Name":"${rule}_BODY"}`,
      );
  });

  it("admits a crowd behind one address, and stops a flood from it or of one path", () => {
    const Rate = z.object({
      Statement: z.object({ RateBasedStatement: z.looseObject({ Limit: z.number() }) }),
    });
    const [[, acl] = []] = ofType(template, "AWS::WAFv2::WebACL");
    const rates = z
      .array(z.unknown())
      .parse(acl?.Properties.Rules)
      .flatMap((rule) => Rate.safeParse(rule).data?.Statement.RateBasedStatement ?? []);

    expect(rates).toMatchObject([
      { AggregateKeyType: "IP", Limit: 10_000 },
      { AggregateKeyType: "CUSTOM_KEYS", Limit: 500, CustomKeys: [{ IP: {} }, { UriPath: {} }] },
    ]);
  });

  it("logs what the firewall stopped, without paths, queries and secrets in headers", () => {
    const [[, logging] = []] = ofType(template, "AWS::WAFv2::LoggingConfiguration");

    expect(logging?.Properties.RedactedFields).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      ...["cookie", "authorization", "referer"].map((Name) => ({ SingleHeader: { Name } })),
    ]);
    expect(logging?.Properties.LoggingFilter).toMatchObject({ DefaultBehavior: "DROP" });
    expect(textOf(z.array(z.unknown()).parse(logging?.Properties.LogDestinationConfigs)[0])).toMatch(
      /:log-group:\$\{SiteFirewallLogs\w+\}$/,
    );
  });

  it.each([
    ["REQUEST_TOO_LARGE", "Dit formulier is te groot"],
    ["THROTTLED", "Het is nu te druk"],
    ["WAF_FILTERED", "De beveiliging hield dit tegen"],
    ["INTEGRATION_TIMEOUT", "Het duurde te lang"],
    ["ACCESS_DENIED", "Dit kan niet vanop deze plaats"],
    ["DEFAULT_4XX", "Dit kunnen we niet tonen"],
    ["DEFAULT_5XX", "Het lukt nu even niet"],
  ])("answers %s itself with a page that links back, and a program with a problem", (type, title) => {
    const found = ofType(template, "AWS::ApiGateway::GatewayResponse").find(
      ([, { Properties }]) => Properties.ResponseType === type,
    );
    const templates = z.record(z.string(), z.string()).parse(found?.[1].Properties.ResponseTemplates);

    expect(templates["text/html"]).toContain(`<h1>${title}</h1>`);
    expect(templates["text/html"]).toContain('<a href="">');
    expect(templates["text/html"]?.replace(/<style>.*<\/style>/s, "")).not.toContain("$");
    const json = templates["application/json"]?.replace("$context.error.messageString", '"Its own words"');
    expect(JSON.parse(json ?? "")).toEqual({
      ...{ type: "about:blank", title, message: "Its own words" },
      ...{ code: expect.stringMatching(/^[a-z-]+$/) as unknown, detail: expect.any(String) as unknown },
    });
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(found?.[1].Properties.ResponseParameters).toHaveProperty(
        [`gatewayresponse.header.${name}`],
        `'${value}'`,
      );
    expect(found?.[1].Properties.StatusCode).toBeUndefined();
  });

  it("has the API's own address, with its stage, without a configured domain", () => {
    expect(textOf(variablesOf(template, "PublicWeb").PUBLIC_URL)).toMatch(
      /^https:\/\/\$\{\w+\}\.execute-api\.eu-west-1\.\$\{AWS::URLSuffix\}\/live$/,
    );
  });

  it("signs in through its own user pool, with a public client and the code flow", () => {
    const [[, client] = []] = ofType(template, "AWS::Cognito::UserPoolClient");

    expect(client?.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      AccessTokenValidity: 15,
    });
    expect(textOf(z.array(z.unknown()).parse(client?.Properties.CallbackURLs)[0])).toMatch(
      /\/live\/admin\/sign-in\/callback$/,
    );
    expect(variablesOf(template, "AdminWeb")).toMatchObject({
      OIDC_CLIENT_SECRET_NAME: "",
      OIDC_ROLES_CLAIM: "cognito:groups",
      OIDC_CLIENT_CLAIM: "client_id",
    });
  });
});

describe("a configured", () => {
  it("domain has an alarm a month before its certificate ends", () => {
    const domain = {
      name: "led.example.org",
      certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b",
    };
    const { template: other } = synthesized({ overrides: { domain } });

    expect(
      ofType(other, "AWS::CloudWatch::Alarm").filter(
        ([, { Properties }]) => Properties.MetricName === "DaysToExpiry",
      ),
    ).toMatchObject([
      [
        expect.anything(),
        {
          Properties: {
            Threshold: 30,
            ComparisonOperator: "LessThanThreshold",
            Dimensions: [{ Name: "CertificateArn", Value: domain.certificateArn }],
          },
        },
      ],
    ]);
  });

  it("domain is the site's address, and the API's own is closed", () => {
    const domain = {
      name: "led.example.org",
      certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b",
    };
    const { template: other } = synthesized({ overrides: { domain } });

    expect(variablesOf(other, "SubmitIntake").PUBLIC_URL).toBe("https://led.example.org");
    expect(ofType(other, "AWS::ApiGateway::RestApi")[0]?.[1].Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(ofType(other, "AWS::ApiGateway::DomainName")).toHaveLength(1);
  });

  it("earlier domain keeps serving, and leads to the current one", () => {
    const certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b";
    const before = { name: "old.example.org", certificateArn };
    const domain = { name: "led.example.org", certificateArn, former: [before], formerlyOwnAddress: true };
    const { template: first } = synthesized({ overrides: { domain: before } });
    const { template: then } = synthesized({ overrides: { domain } });
    const domainsOf = (from: Template) =>
      ofType(from, "AWS::ApiGateway::DomainName").map(([id, { Properties }]) => [id, Properties.DomainName]);

    expect(domainsOf(then)).toEqual(expect.arrayContaining(domainsOf(first)));
    expect(domainsOf(then)).toHaveLength(2);
    expect(ofType(then, "AWS::ApiGateway::BasePathMapping")).toHaveLength(2);
    expect(ofType(then, "AWS::ApiGateway::RestApi")[0]?.[1].Properties.DisableExecuteApiEndpoint).toBe(false);
    expect(textOf(variablesOf(then, "PublicWeb").FORMER_HOSTS)).toMatch(
      /^old\.example\.org \$\{\w+\}\.execute-api\.eu-west-1\.\$\{AWS::URLSuffix\}$/,
    );
  });

  it("network blocks others from the admin paths only", () => {
    const { template: other } = synthesized({ overrides: { adminNetworks: ["192.0.2.0/24"] } });
    const [[, api] = []] = ofType(other, "AWS::ApiGateway::RestApi");

    expect(api?.Properties.Policy).toMatchObject({
      Statement: [
        { Effect: "Allow", Resource: "execute-api:/*" },
        {
          Effect: "Deny",
          Resource: ["admin", "admin/*", "api/admin", "api/admin/*"].map(
            (path) => `execute-api:/live/*/${path}`,
          ),
          Condition: { NotIpAddress: { "aws:SourceIp": ["192.0.2.0/24"] } },
        },
      ],
    });
  });

  it("other issuer replaces the user pool; configuration contains only the name of its secret", () => {
    const signIn = {
      kind: "external",
      issuer: "https://authenticatie.vlaanderen.be/op",
      clientId: "led",
      clientSecretName: "led/sign-in",
      scopes: "openid profile vo",
      rolesClaim: "led_roles",
    };
    const { template: other } = synthesized({ overrides: { signIn } });

    expect(ofType(other, "AWS::Cognito::UserPool")).toEqual([]);
    expect(variablesOf(other, "AdminWeb")).toMatchObject({
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_SECRET_NAME: "led/sign-in",
      OIDC_CLIENT_CLAIM: "aud",
    });
    expect(JSON.stringify(other)).toContain(":secret:led/sign-in-??????");
    expect(JSON.stringify(template)).not.toContain("secretsmanager:GetSecretValue");
  });
});
