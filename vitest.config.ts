import { defineConfig } from "vitest/config";

/** A machine with much to do takes its time: what is polled gets as long as a test at least has. */
const patience = { poll: { timeout: 20_000 } };

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, expect: patience, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project(
        "unit",
        [
          "test/{domain,absence,change-people,lost-link,contact,intake,dpia,protocol,magda,in-use,out-of-use,documents,follow-up,web,workflow,mail,keeping,messages,docs,demo,fuzz}/**/*.test.{ts,tsx}",
        ],
        { testTimeout: 30_000, hookTimeout: 60_000 },
      ),
      project("adapters", ["test/adapters/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("infra", ["test/{infra,statemachine}/**/*.test.ts"], {
        testTimeout: 180_000,
        hookTimeout: 240_000,
      }),
      project("local", ["test/local/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("walks", ["test/walks/**/*.test.ts"], {
        testTimeout: 1_800_000,
        hookTimeout: 120_000,
        env: { POWERTOOLS_LOG_LEVEL: "SILENT", POWERTOOLS_METRICS_DISABLED: "true" },
      }),
      project("system", ["test/{end-to-end,faults,browser}/**/*.test.ts"], {
        globalSetup: ["test/end-to-end/assembly.ts"],
        testTimeout: 180_000,
        hookTimeout: 180_000,
      }),
    ],
    maxWorkers: 2,
  },
});
