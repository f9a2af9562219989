import { spawnSync } from "node:child_process";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import configuredNames from "../../names.json" with { type: "json" };
import { NAMES } from "../../functions/domain/names.ts";
import cdk from "../../cdk.json" with { type: "json" };
import { configurationOf } from "../../infra/configuration/configuration.ts";
import { Names } from "../../functions/domain/names-schema.ts";
import { OPERATORS_KNOW } from "./prod.ts";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

const nodeWith = (context: Record<string, unknown>) =>
  new App({ outdir: temporaryFolder("led-app-"), context: { ...cdk.context, ...context } }).node;

describe("the configuration", () => {
  it("is dev by default, otherwise from the context or the caller", () => {
    expect(configurationOf(nodeWith({})).environment).toBe("dev");
    expect(configurationOf(nodeWith({ environment: "prod" }), undefined, OPERATORS_KNOW).environment).toBe(
      "prod",
    );
    expect(configurationOf(nodeWith({}), "prod", OPERATORS_KNOW).mail.ledMailbox).toBe(
      "led@ond.vlaanderen.be",
    );
    expect(configurationOf(nodeWith({})).protection).toBe("on");
    expect(configurationOf(nodeWith({ protection: "off" })).protection).toBe("off");
  });

  it("of dev contains no real addresses", () => {
    const { mail, alarmMailbox } = configurationOf(nodeWith({}), "dev");
    const { identity, inbound, ...addresses } = mail;

    for (const address of [identity.name, inbound?.domain, ...Object.values(addresses), alarmMailbox])
      expect(address).toMatch(/led\.example$/);
  });

  it("keeps a dossier ten years after a signed protocol and one year otherwise, by default", () => {
    const { retentionYears: _, ...dev } = cdk.context.environments.dev;
    const node = nodeWith({ environments: { dev } });

    expect(configurationOf(node).retentionYears).toEqual({ signed: 10, other: 1 });
    expect(configurationOf(node, "dev", { retentionYears: { signed: 30, other: 2 } }).retentionYears).toEqual(
      {
        signed: 30,
        other: 2,
      },
    );
    expect(() => configurationOf(node, "dev", { retentionYears: { signed: 0, other: 1 } })).toThrow(
      /retentionYears/,
    );
  });

  it("names the organisations as the functions expect them", () => {
    expect(NAMES.agency).toBe("AHOVOKS");
  });

  it("refuses an unknown environment, and lists the known ones", () => {
    expect(() => configurationOf(nodeWith({ environment: "test" }))).toThrow("dev or prod");
  });

  it("with an error ends the program with a short message, without a stack trace", () => {
    const context = JSON.stringify({ ...cdk.context, environment: "nope" });
    const env = { ...process.env, CDK_CONTEXT_JSON: context };

    const { status, stdout, stderr } = spawnSync(process.execPath, ["infra/app.ts"], {
      env,
      encoding: "utf8",
    });

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toBe("Unknown environment: choose -c environment=dev or prod\n");
  });

  it("names every mistake at once, one on a line", () => {
    const dev = { ...cdk.context.environments.dev, region: "us-east-1", adminNetwork: "10.0.0.0/8" };
    const node = nodeWith({ environments: { dev } });

    expect(() => configurationOf(node)).toThrow(
      "cdk.json, environment dev:\n" +
        "  region: is not a region of the EU with SES: choose one of eu-central-1, eu-north-1, eu-south-1, eu-west-1, eu-west-3\n" +
        "  adminNetwork: is not a setting: correct or remove it",
    );
  });

  it("refuses context that nothing reads", () => {
    expect(() => configurationOf(nodeWith({ enviroment: "prod" }))).toThrow(
      "Unknown context enviroment: -c takes environment=dev or prod and protection=off",
    );
    expect(() => configurationOf(nodeWith({ protection: "none" }))).toThrow("protection: is");
  });
});

const { mail } = cdk.context.environments.dev;
const certificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e";
const external = {
  kind: "external",
  issuer: "https://authenticatie.vlaanderen.be/op",
  clientId: "led",
  rolesClaim: "led_roles",
};

describe("what AWS would refuse fails here, by its key:", () => {
  it.each([
    ["a region that does not exist", { region: "eu-west-9" }, /region: is not a region/],
    [
      "a sender outside the identity",
      { mail: { ...mail, from: "led@other.example" } },
      /mail\.from: is outside/,
    ],
    [
      "a sender below the identity",
      { mail: { ...mail, from: "led@x.led.example" } },
      /an address @led\.example/,
    ],
    [
      "a sender beside the one address",
      { mail: { ...mail, identity: { kind: "make", name: "a@led.example" } } },
      /mail\.from: is outside.*Choose a@led\.example/,
    ],
    [
      "a zone of another domain",
      {
        mail: {
          ...mail,
          identity: {
            kind: "make",
            name: "led.example",
            hostedZone: { id: "Z0123456789", name: "ed.example" },
          },
        },
      },
      /mail\.identity\.hostedZone: is no zone of led\.example/,
    ],
    ["an identity of no kind", { mail: { ...mail, identity: "led.example" } }, /mail\.identity: /],
    ["an unknown key in a part", { mail: { ...mail, bcc: "x@led.example" } }, /mail\.bcc: is not a setting/],
    ["an unknown key in the sign-in", { signIn: { kind: "cognito", mfa: "off" } }, /signIn\.mfa: is not/],
    [
      "a certificate of another region",
      { domain: { name: "led.example", certificateArn: certificateArn.replace("eu-west-1", "us-east-1") } },
      /domain\.certificateArn: is of another region: request the certificate in eu-west-1/,
    ],
    [
      "an earlier certificate of another region",
      {
        domain: {
          name: "led.example",
          certificateArn,
          former: [{ name: "old.example", certificateArn: certificateArn.replace("west", "north") }],
        },
      },
      /domain\.former\.0\.certificateArn: is of another region/,
    ],
    [
      "no certificate at all",
      { domain: { name: "led.example", certificateArn: "arn:aws:iam::1:x" } },
      /is no certificate/,
    ],
    [
      "an issuer over http",
      { signIn: { ...external, issuer: "http://issuer.example" } },
      /signIn\.issuer: must be.*https/,
    ],
    ["an empty client", { signIn: { ...external, clientId: "" } }, /signIn\.clientId: is empty/],
    ["an empty claim", { signIn: { ...external, rolesClaim: "" } }, /signIn\.rolesClaim: is empty/],
    ["scopes without openid", { signIn: { ...external, scopes: "profile" } }, /signIn\.scopes: must include/],
    [
      "a prefix with a reserved word",
      { signIn: { kind: "cognito", domainPrefix: "led-aws" } },
      /Cognito refuses it/,
    ],
    [
      "a prefix in capitals",
      { signIn: { kind: "cognito", domainPrefix: "LED" } },
      /signIn\.domainPrefix: has 1 to 63/,
    ],
    [
      "a program twice",
      {
        signIn: { kind: "cognito", programs: ["led-team", "led-dpo"].map((role) => ({ name: "x1", role })) },
      },
      /signIn\.programs: names a program twice/,
    ],
    [
      "a sign-in of no kind",
      { signIn: { kind: "acm" } },
      /signIn\.kind: must be one of "cognito", "external"/,
    ],
    [
      "a secret in the configuration",
      { signIn: { ...external, clientSecret: "hunter2" } },
      /signIn\.clientSecret: is not a setting/,
    ],
    [
      "an unknown key in a part of a part",
      {
        mail: {
          ...mail,
          identity: {
            ...{ kind: "make", name: "led.example" },
            hostedZone: { id: "Z0123456789", name: "led.example", ttl: 60 },
          },
        },
      },
      /mail\.identity\.hostedZone\.ttl: is not a setting/,
    ],
    ["a text for a part", { mail: "led@led.example" }, /mail: is of another type: write a part/],
    [
      "an address for a domain",
      { mail: { ...mail, inbound: { domain: "a@b" } } },
      /inbound\.domain: is not a domain/,
    ],
    ["a site in capitals", { domain: { name: "LED.example", certificateArn } }, /domain\.name: has capitals/],
    [
      "a site that is its own earlier one",
      {
        domain: {
          ...{ name: "led.example", certificateArn },
          former: [{ name: "led.example", certificateArn }],
        },
      },
      /domain\.former: names a domain twice/,
    ],
    ["a domain without its certificate", { domain: { name: "led.example" } }, /certificateArn: is missing/],
    ["a text for a switch", { auditTrail: "yes" }, /auditTrail: is of another type: write true or false/],
    [
      "a number between quotes",
      { monthlyBudget: "100" },
      /monthlyBudget: is of another type: write a number/,
    ],
    ["a time that logs cannot be kept", { logRetentionDays: 42 }, /logRetentionDays: must be one of 1, 3, 5/],
    ["no years", { retentionYears: { signed: 0, other: 1 } }, /retentionYears\.signed: must be at least 1/],
    ["an IPv6 network", { adminNetworks: ["2001:db8::/32"] }, /adminNetworks\.0: is no IPv4 network/],
    ["an address without a mask", { adminNetworks: ["192.0.2.1"] }, /one address as 192\.0\.2\.1\/32/],
    ["an empty alarm mailbox", { alarmMailbox: "" }, /alarmMailbox: is not an address/],
    ["no networks", { adminNetworks: [] }, /adminNetworks: is empty: name the networks, or "any"/],
    ["an empty runbook", { runbook: "" }, /runbook: is empty/],
  ])("%s", (_what, overrides, message) => {
    expect(() => configurationOf(nodeWith({}), "dev", overrides)).toThrow(message);
  });

  it("prod without what only operators know, all at once", () => {
    const problems = () => configurationOf(nodeWith({}), "prod");

    for (const key of ["domain", "runbook", "adminNetworks"])
      expect(problems).toThrow(new RegExp(`\\n  ${key}: is required in prod`));
    expect(problems).toThrow(
      "mail: ledMailbox, ledDpoMailbox and leadingOfficialMailbox must be three different",
    );
  });

  it("a sample or an address as identity in prod", () => {
    const sample = { ...OPERATORS_KNOW, alarmMailbox: "alarm@led.example" };
    const { mail: known } = OPERATORS_KNOW;
    const address = { ...OPERATORS_KNOW, mail: { ...known, identity: { kind: "make", name: known.from } } };

    expect(() => configurationOf(nodeWith({}), "prod", sample)).toThrow(
      "alarmMailbox: alarm@led.example is a sample that nobody can verify or reach: replace it",
    );
    expect(() => configurationOf(nodeWith({}), "prod", address)).toThrow("must be a domain in prod");
    const any = { ...OPERATORS_KNOW, adminNetworks: "any" };
    expect(configurationOf(nodeWith({}), "prod", any).adminNetworks).toBe("any");
  });

  it("names.json with an empty name, an unknown key or a number with a wrong check", () => {
    const wrong = {
      ...configuredNames,
      desk: " ",
      desks: "x",
      authority: { ...configuredNames.authority, enterpriseNumber: "0316380842" },
    };
    const { error } = Names.safeParse(wrong);

    expect(error?.issues.map(({ path }) => path.join("."))).toEqual([
      "authority.enterpriseNumber",
      "desk",
      "",
    ]);
  });
});
