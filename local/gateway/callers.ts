import { createHmac } from "node:crypto";
import { AwsError } from "../foundation/aws-error.ts";
import { hashOf } from "../template/physical.ts";

/**
 * The caller of a call. A function is identified down to its execution environment, so that a fault can end that one.
 */
export type Caller =
  | { kind: "operator"; arn: string }
  | { kind: "function"; arn: string; functionName: string; roleArn: string; environment: number };

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

const OPERATOR = "ASIAOPERATOR";
const PREFIX = "ASIA";

/**
 * Access keys: one for the operator and one for each execution environment of each function. The secret and the session
 * token are derived from the key id, so that a presigned request outlives its environment, as on AWS.
 */
export class Callers {
  readonly #secret: string;
  readonly #account: string;
  readonly #functions = new Map<string, { functionName: string; roleArn: string }>();

  constructor(secret: string, account: string) {
    this.#secret = secret;
    this.#account = account;
  }

  get operator(): Credentials {
    return this.#credentials(OPERATOR);
  }

  /** Credentials of one execution environment of a function. */
  environment(functionName: string, roleArn: string, environment: number): Credentials {
    const id = hashOf(functionName).slice(0, 10).toUpperCase();
    this.#functions.set(id, { functionName, roleArn });
    return this.#credentials(`${PREFIX}${id}${environment.toString().padStart(6, "0")}`);
  }

  /** Registers the keys of a function before it runs: links that it signed in an earlier run remain valid. */
  know(functionName: string, roleArn: string): void {
    this.environment(functionName, roleArn, 0);
  }

  secretOf(accessKeyId: string): string {
    return createHmac("sha256", this.#secret).update(accessKeyId).digest("base64url");
  }

  tokenOf(accessKeyId: string): string {
    return createHmac("sha256", this.#secret).update(`token:${accessKeyId}`).digest("base64");
  }

  /** The caller of a key; an unknown key is refused. */
  identify(accessKeyId: string): Caller {
    if (accessKeyId === OPERATOR)
      return { kind: "operator", arn: `arn:aws:iam::${this.#account}:user/operator` };
    const known = this.#functions.get(accessKeyId.slice(PREFIX.length, -6));
    if (!known)
      throw new AwsError(
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
        403,
      );
    return {
      kind: "function",
      ...known,
      arn: assumedRole(known),
      environment: Number(accessKeyId.slice(-6)),
    };
  }

  #credentials(accessKeyId: string): Credentials {
    return {
      accessKeyId,
      secretAccessKey: this.secretOf(accessKeyId),
      sessionToken: this.tokenOf(accessKeyId),
    };
  }
}

function assumedRole({ roleArn, functionName }: { roleArn: string; functionName: string }): string {
  const [, , , , account, role = ""] = roleArn.split(":");
  return `arn:aws:sts::${account}:assumed-role/${role.split("/").at(-1)}/${functionName}`;
}
