/**
 * `npm run smoke -- --url https://… --mailbox you@organisation.be --stack led-onboarding-dev`: checks a deployed stack as
 * an applicant, and asks for the two links that it mails to that mailbox. With the stack, and AWS credentials, it rings an
 * alarm and asks for the number in its mail. Without a mailbox or a stack it leaves those checks out. Ends with 1 at the
 * first fault.
 */
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { smoke } from "./smoke.ts";

const { values } = parseArgs({
  options: { url: { type: "string" }, mailbox: { type: "string" }, stack: { type: "string" } },
});
const { url, mailbox, stack } = values;
const LINK = /https?:\/\/\S+\/(?:taak|dossier|bevestigen)\/\S{43,}/;

async function main(): Promise<void> {
  if (url === undefined)
    throw new Error(
      "Usage: npm run smoke -- --url https://<site> [--mailbox <your address>] [--stack <name>]",
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const linkFrom = async (mail: "confirmation" | "intake"): Promise<string> => {
    const pasted = await terminal.question(`Paste the link of the ${mail} mail to ${mailbox ?? ""}: `);
    return LINK.exec(pasted)?.[0] ?? linkFrom(mail);
  };
  const numberHeard = () => terminal.question("Type the number in the mail to the alarm mailbox: ");
  try {
    await smoke({
      url: url.replace(/\/$/, ""),
      ...(mailbox !== undefined && { person: { mailbox, linkFrom } }),
      ...(stack !== undefined && { ear: { stack, cloudWatch: new CloudWatchClient({}), numberHeard } }),
      say: (line) => console.log(`ok  ${line}`),
    });
  } finally {
    terminal.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(`FAILED  ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
