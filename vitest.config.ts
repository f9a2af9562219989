import { randomInt } from "node:crypto";
import { defineConfig } from "vitest/config";
import { ownTemporaryFolder } from "./test/temporary.ts";

ownTemporaryFolder();

const properties = { setupFiles: ["test/seed.ts"] } as const;
/** A machine with much to do takes its time: what is polled gets as long as a test at least has. */
const patience = { poll: { timeout: 20_000 } };
const MINUTE = 60_000;

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, expect: patience, ...more },
});

/**
 * Files that keep nothing in their modules share a process, so that what they import is loaded once in each. Threads are
 * no way to it: CDK synthesizes many times slower in one.
 */
const shared = { isolate: false } as const;
const cloud = {
  globalSetup: ["test/end-to-end/assembly.ts"],
  testTimeout: 3 * MINUTE,
  hookTimeout: 8 * MINUTE,
};

const ADAPTERS = ["test/adapters/**/*.test.ts"];
const INFRA = ["test/{infra,statemachine}/**/*.test.ts"];
const LOCAL = ["{test/local,local/step-functions/test}/**/*.test.ts"];
const WALKS = ["test/walks/**/*.test.ts"];
const OTHER_NAMES = ["test/names/**/*.test.ts"];
const SYSTEM = ["test/{end-to-end,faults,browser}/**/*.test.ts"];
/** Files on a whole local cloud that prove the rarer ways of a process, or take long: `npm run test:all` only. */
const LONG = [
  "test/browser/accessibility.test.ts",
  "test/end-to-end/{admin-pages,city-and-hospital,large-mails,links,long-wait,loops,mail-story,parked,people}.test.ts",
  "test/end-to-end/{restore,retention,stored-state,waiting,workflow-versions,years-of-use}.test.ts",
  "test/faults/{decision-first,restart}.test.ts",
  "test/local/{dev,restart,start}.test.ts",
];

/** The same walks at every run, so that a test says the same of the same code; `npm run test:all` walks others. */
const USUAL_SEED = "20261125";

function walks(all: boolean) {
  const { WALKS: count = all ? "2000" : "200", WALK_SEED = all ? "random" : USUAL_SEED } = process.env;
  const seed = WALK_SEED === "random" ? String(randomInt(2 ** 31)) : WALK_SEED;
  if (all) console.log(`Random walks: WALKS=${count} WALK_SEED=${seed}`);
  return project("walks", WALKS, {
    ...shared,
    // A file is one test of up to a thousand walks: minutes by itself, more than half an hour beside other work.
    testTimeout: 90 * MINUTE,
    hookTimeout: 2 * MINUTE,
    env: {
      WALKS: count,
      WALK_SEED: seed,
      POWERTOOLS_LOG_LEVEL: "SILENT",
      POWERTOOLS_METRICS_DISABLED: "true",
    },
  });
}

/** `npm test` leaves the project `long` out; `--mode all` is `npm run test:all`. docs/testing.md has what is where. */
export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      project("unit", ["test/**/*.test.{ts,tsx}"], {
        ...shared,
        ...properties,
        exclude: [...ADAPTERS, ...INFRA, ...LOCAL, ...WALKS, ...SYSTEM, ...OTHER_NAMES],
        // Decompression bombs are judged in a thread: seconds by itself, half a minute beside other work.
        testTimeout: 2 * MINUTE,
        hookTimeout: MINUTE,
      }),
      project("adapters", ADAPTERS, {
        ...shared,
        testTimeout: 2 * MINUTE,
        hookTimeout: 2 * MINUTE,
      }),
      project("infra", INFRA, {
        ...shared,
        testTimeout: 3 * MINUTE,
        hookTimeout: 4 * MINUTE,
      }),
      project("local", LOCAL, {
        ...properties,
        exclude: LONG,
        testTimeout: 2 * MINUTE,
        hookTimeout: 2 * MINUTE,
      }),
      {
        ...project("names", OTHER_NAMES, { ...properties, testTimeout: MINUTE }),
        // The same code under other names than those of this installation.
        resolve: {
          alias: [{ find: /^.*\/names\.json$/, replacement: `${import.meta.dirname}/test/names/names.json` }],
        },
      },
      walks(mode === "all"),
      project("system", SYSTEM, { ...cloud, exclude: LONG }),
      project("long", LONG, cloud),
    ],
    maxWorkers: 2,
  },
}));
