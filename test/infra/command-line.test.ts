import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "./preflight.js", ...args], {
    encoding: "utf8",
    cwd: new URL("../..", import.meta.url),
    // No credentials and no region: a call to AWS fails.
    env: { PATH: process.env["PATH"], HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true" },
  });

/** The cheap ones to start: the others read their options in the same way. */
const COMMANDS = ["test/smoke/command.ts", "infra/teardown.ts"];

it.each(COMMANDS)("%s explains its options, and answers an unknown one with them", (file) => {
  const [help, wrong] = [run(file, "--help"), run(file, "--hlep")];

  expect(help).toMatchObject({ status: 0, stderr: "" });
  expect(wrong).toMatchObject({ status: 1, stdout: "" });
  expect(wrong.stderr).toContain("Unknown option '--hlep'");
  expect(wrong.stderr).toContain(help.stdout.trim());
});

it.each([
  ["test/faults/command.ts", "--play", "x"],
  ["test/smoke/command.ts", "--url", "x"],
  ["infra/teardown.ts", "--environment", "dev"],
  ["infra/restore/restore.ts", "stop", "--environment", "dev", "--table", "x"],
])("%s %s %s fails with a message, without a stack trace", (...args) => {
  const { status, stderr } = run(...args);

  expect(status).toBe(1);
  expect(stderr).not.toBe("");
  expect(stderr).not.toMatch(/^ {4}at /m);
});
