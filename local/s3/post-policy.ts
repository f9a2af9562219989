import * as z from "zod";
import { AwsError } from "../foundation/aws-error.ts";
import { parseJson } from "../foundation/json.ts";

const Condition = z.union([
  z.tuple([z.enum(["eq", "starts-with"]), z.string(), z.string()]),
  z.tuple([z.literal("content-length-range"), z.coerce.number(), z.coerce.number()]),
  z.record(z.string(), z.string()),
]);
const Policy = z.object({ expiration: z.string(), conditions: z.array(Condition) });

/** Fields that a policy may omit. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
const FREE = /^(x-amz-signature|policy|file|awsaccesskeyid|signature|x-ignore-.*)$/;

export type Limits = { least: number; most: number };

/**
 * Checks an upload form against its policy: not expired, all conditions met, no field outside the policy. Returns the
 * allowed size of the file. `now` is in epoch milliseconds.
 */
export function checkPolicy(
  encoded: string,
  fields: ReadonlyMap<string, string>,
  bucket: string,
  now: number,
): Limits {
  const { expiration, conditions } = read(encoded);
  if (Date.parse(expiration) < now) throw refused("Policy expired.");
  const limits = { least: 0, most: Infinity };
  const named = new Set<string>();
  const valueOf = (name: string) => (name === "bucket" ? bucket : fields.get(name));
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === "content-length-range")
      [limits.least, limits.most] = [condition[1], condition[2]];
    else
      for (const { operator, name, value } of comparisons(condition)) {
        named.add(name);
        const actual = valueOf(name) ?? "";
        const met = operator === "eq" ? actual === value : actual.startsWith(value);
        if (!met) throw refused(`Policy Condition failed: ${JSON.stringify([operator, `$${name}`, value])}`);
      }
  }
  for (const name of fields.keys())
    if (!named.has(name) && !FREE.test(name)) throw refused(`Extra input fields: ${name}`);
  return limits;
}

function comparisons(condition: z.infer<typeof Condition>) {
  if (!Array.isArray(condition))
    return Object.entries(condition).map(([name, value]) => ({
      operator: "eq",
      name: name.toLowerCase(),
      value,
    }));
  const [operator, name, value] = condition;
  return [{ operator, name: String(name).replace(/^\$/, "").toLowerCase(), value: String(value) }];
}

function read(encoded: string): z.infer<typeof Policy> {
  try {
    return Policy.parse(parseJson(Buffer.from(encoded, "base64").toString()));
  } catch (cause) {
    throw new AwsError("InvalidPolicyDocument", `Invalid Policy: ${String(cause)}`);
  }
}

const refused = (why: string) => new AwsError("AccessDenied", `Invalid according to Policy: ${why}`, 403);
