import { spawnSync } from "node:child_process";
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { NAMES } from "../../functions/domain/names.ts";
import cdk from "../../cdk.json" with { type: "json" };
import { configurationOf } from "../../infra/configuration/configuration.ts";
import { temporaryFolder } from "../../infra/temporary-folder.ts";

const nodeWith = (context: Record<string, unknown>) =>
  new App({ outdir: temporaryFolder("led-app-"), context: { ...cdk.context, ...context } }).node;

describe("the configuration", () => {
  it("is dev by default, otherwise from the context or the caller", () => {
    expect(configurationOf(nodeWith({})).environment).toBe("dev");
    expect(configurationOf(nodeWith({ environment: "prod" })).environment).toBe("prod");
    expect(configurationOf(nodeWith({}), "prod").mail.ledMailbox).toBe("led@ond.vlaanderen.be");
  });

  it("of dev contains no real addresses", () => {
    const { mail, alarmMailbox } = configurationOf(nodeWith({}), "dev");

    for (const address of [...Object.values(mail), alarmMailbox]) expect(address).toMatch(/led\.example$/);
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

  it("refuses a region outside the EU and an unknown word, each by its name", () => {
    const dev = { ...cdk.context.environments.dev, region: "us-east-1", adminNetwork: "10.0.0.0/8" };
    const node = nodeWith({ environments: { dev } });

    expect(() => configurationOf(node)).toThrow(
      /environment dev[^]*adminNetwork[^]*region|region[^]*adminNetwork/,
    );
  });
});
