import { App } from "aws-cdk-lib";
import cdk from "../cdk.json" with { type: "json" };
import { configurationOf, WrongConfiguration } from "./configuration/configuration.ts";
import { WatchedBundles } from "./constructs/bundles.ts";
import { OnboardingStack } from "./onboarding-stack.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export type AppOptions = {
  /** `dev` or `prod`; by default what `-c environment=…` says, or else dev. */
  environment?: string;
  /** Folder of the cloud assembly; by default what the CDK CLI says, or else a temporary one, deleted when the process ends. */
  outdir?: string;
  /** False leaves the functions' code unbundled: enough to read the template. */
  bundling?: boolean;
  /** Folder of bundles that are kept current while the stack runs (`npm run dev`). They are used where they are. */
  watchedBundles?: string;
  /** True checks every resource against its schema, which takes some seconds: to deploy, and in the test of it. */
  validation?: boolean;
  /** Configuration that replaces what cdk.json has for the environment. */
  overrides?: Record<string, unknown>;
};

/** The CDK app with its one stack. The context is read here, so that the CLI, the tests and the local cloud see the same. */
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
  new OnboardingStack(app, "LedOnboarding", {
    configuration,
    ...(watchedBundles !== undefined && { bundles: new WatchedBundles(watchedBundles) }),
    stackName: `led-onboarding-${configuration.environment}`,
    description: "LED onboarding: access of public organisations to the LED",
    env: { region: configuration.region },
    terminationProtection: true,
  });
  return app;
}

/** As the CDK CLI runs it: whoever configures reads what is wrong, and nothing else. */
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
