import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project(
        "unit",
        [
          "test/{domain,contact,intake,dpia,protocol,magda,in-use,documents,follow-up,web,workflow,mail,docs,demo}/**/*.test.{ts,tsx}",
        ],
        { testTimeout: 30_000, hookTimeout: 60_000 },
      ),
      project("adapters", ["test/adapters/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("infra", ["test/{infra,statemachine}/**/*.test.ts"], {
        testTimeout: 180_000,
        hookTimeout: 240_000,
      }),
      project("local", ["test/local/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 120_000 }),
      project("system", ["test/{end-to-end,faults,browser}/**/*.test.ts"], {
        globalSetup: ["test/end-to-end/assembly.ts"],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        // A machine with much to do takes its time: as patient as the people of test/people.
        expect: { poll: { timeout: 20_000 } },
        fileParallelism: false,
      }),
    ],
    maxWorkers: 2,
  },
});
