import { Annotations, App } from "aws-cdk-lib";
import cdk from "../cdk.json" with { type: "json" };
import { configurationOf, WrongConfiguration } from "./configuration/configuration.ts";
import { samplesIn } from "./configuration/prod.ts";
import { APPLICATION, APPLICATION_TAG } from "./constructs/budget.ts";
import { WatchedBundles } from "./constructs/bundles.ts";
import { OnboardingStack } from "./onboarding-stack.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type AppOptions = {
  /** `dev` or `prod`. Default: `-c environment=…`, or else `dev`. */
  environment?: string;
  /**
   * Folder of the cloud assembly. Default: the folder that the CDK CLI sets, or else a temporary folder that is deleted
   * at exit.
   */
  outdir?: string;
  /** False skips the bundling of the functions' code: enough to read the template. */
  bundling?: boolean;
  /** Folder of bundles that `npm run dev` keeps up to date. The functions run directly from it. */
  watchedBundles?: string;
  /** True validates every resource against its schema, which takes some seconds: for a deployment and its test. */
  validation?: boolean;
  /** Overrides the configuration of the environment in cdk.json. */
  overrides?: Record<string, unknown>;
};

/**
 * The CDK app with its one stack. It reads the context, so that the CLI, the tests and the local cloud use the same
 * configuration.
 */
export function createApp(options: AppOptions = {}): App {
  const { bundling = true, validation = false, watchedBundles } = options;
  const app = new App({
    outdir: options.outdir ?? process.env["CDK_OUTDIR"] ?? temporaryFolder("led-assembly-"),
    analyticsReporting: false,
    builtinCloudFormationValidation: validation,
    context: {
      ...cdk.context,
      "@aws-cdk/core:validateAgainstDefaultRules": validation,
      ...(bundling ? {} : { "aws:cdk:bundling-stacks": [] }),
      ...(watchedBundles !== undefined && { "aws:cdk:disable-asset-staging": true }),
    },
  });
  const configuration = configurationOf(app.node, options.environment, options.overrides);
  const stack = new OnboardingStack(app, "LedOnboarding", {
    configuration,
    ...(watchedBundles !== undefined && { bundles: new WatchedBundles(watchedBundles) }),
    stackName: `led-onboarding-${configuration.environment}`,
    description: "LED onboarding: access of public organisations to the LED",
    env: { region: configuration.region },
    terminationProtection: configuration.protection === "on",
    // The budget counts by this tag.
    tags: { [APPLICATION_TAG]: `${APPLICATION}-${configuration.environment}` },
  });
  const samples = validation ? samplesIn(configuration).map(({ path }) => path.join(".")) : [];
  if (samples.length > 0)
    Annotations.of(stack).addWarningV2(
      "led:samples",
      `Samples that nobody can verify or reach: ${samples.join(", ")}. Replace them in cdk.json before a deployment (docs/deploy.md).`,
    );
  return app;
}

/** Entry point of the CDK CLI. A configuration mistake prints its message only, without a stack trace. */
function main(): void {
  try {
    createApp({ validation: true }).synth();
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.main) main();
