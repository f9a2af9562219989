import { isDomain } from "./mail.ts";
import type { Settings } from "./settings.ts";

type Problem = { path: (string | number)[]; message: string };

/** Names for samples (RFC 2606): nobody can verify or reach them. */
const SAMPLE = /(?:^|[.@/])(?:[\w-]+\.)*example(?:$|[/:])/;

/** Every text in a value, with the path to it. */
function textsIn(
  value: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Samples in a configuration: fine on this machine, never on AWS. */
export const samplesIn = (configuration: object): Problem[] =>
  textsIn(configuration)
    .filter(({ text }) => SAMPLE.test(text))
    .map(({ path, text }) => ({
      path,
      message: `${text} is a sample that nobody can verify or reach: replace it`,
    }));

type Checked = Omit<Settings, "adminNetworks"> & { adminNetworks?: Settings["adminNetworks"] };

/** What prod needs before it is deployed; dev may do without. */
export function missingForProd({ domain, runbook, adminNetworks, mail, ...rest }: Checked): Problem[] {
  const problems: Problem[] = [];
  if (!domain)
    problems.push({
      path: ["domain"],
      message:
        'is required in prod, since mailed links point at it for years: {"name": "…", "certificateArn": "arn:aws:acm:…"}',
    });
  if (!/^https:\/\//.test(runbook))
    problems.push({
      path: ["runbook"],
      message: "is required in prod: the https address at which operators read docs/runbook.md",
    });
  if (adminNetworks === undefined)
    problems.push({
      path: ["adminNetworks"],
      message: 'is required in prod: the networks that may reach the admin pages, or "any"',
    });
  if (!isDomain(mail.identity.name))
    problems.push({
      path: ["mail", "identity", "name"],
      message: "must be a domain in prod: mail from an address identity fails DMARC at its own domain",
    });
  const mailboxes = [mail.ledMailbox, mail.ledDpoMailbox, mail.leadingOfficialMailbox];
  if (new Set(mailboxes.map((one) => one.toLowerCase())).size < mailboxes.length)
    problems.push({
      path: ["mail"],
      message:
        "ledMailbox, ledDpoMailbox and leadingOfficialMailbox must be three different mailboxes in prod",
    });
  return [...problems, ...samplesIn({ domain, runbook, mail, ...rest })];
}
