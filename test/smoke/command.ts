/**
 * `npm run smoke -- --url https://… --mailbox you@organisation.be --stack led-onboarding-dev`: checks a deployed stack as
 * an applicant, and asks for the two links that it mails to that mailbox. With the stack, and AWS credentials, it rings an
 * alarm and asks for the number in its mail. Without a mailbox or a stack it leaves those checks out. Ends with 1 at the
 * first fault.
 */
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { createInterface } from "node:readline/promises";
import { misused, readOptions, runCommand } from "../../infra/command-line.ts";
import { smoke } from "./smoke.ts";

const USAGE = `npm run smoke -- --url https://<site> [--mailbox <your address>] [--stack <name>]
  Checks a deployed stack as an applicant; without a mailbox it checks what needs no mail.
  --stack  rings an alarm of that stack too, with AWS credentials`;
const { url, mailbox, stack } = readOptions(USAGE, {
  url: { type: "string" },
  mailbox: { type: "string" },
  stack: { type: "string" },
});
const LINK = /https?:\/\/\S+\/(?:taak|dossier|bevestigen)\/\S{43,}/;

async function main(): Promise<void> {
  if (url === undefined || !URL.canParse(url)) return misused("Which site? --url needs its address.", USAGE);
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

await runCommand(main);
