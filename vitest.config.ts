import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", [
        "test/{domain,absence,change-people,lost-link,contact,intake,dpia,protocol,magda,in-use,documents,follow-up,web,workflow,mail,docs,demo}/**/*.test.{ts,tsx}",
      ]),
      project("adapters", ["test/adapters/**/*.test.ts"], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project("infra", ["test/{infra,statemachine}/**/*.test.ts"], {
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
      project("local", ["test/local/**/*.test.ts"], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project("system", ["test/{end-to-end,faults,browser}/**/*.test.ts"], {
        globalSetup: ["test/end-to-end/assembly.ts"],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
    ],
    maxWorkers: 2,
  },
});
