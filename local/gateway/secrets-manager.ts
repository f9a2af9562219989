import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { AwsError } from "../foundation/aws-error.ts";
import {
  type Answer,
  type Call,
  jsonAnswer,
  jsonError,
  notAuthorized,
  type Service,
  targetOf,
} from "./service.ts";
import type { Permission } from "../iam/statements.ts";
import { parseDictionary, stringOf } from "../foundation/json.ts";
import type { State } from "../foundation/state.ts";
import type { Template } from "../template/template.ts";

const Properties = z.looseObject({ SecretString: z.string().optional(), KmsKeyId: z.string().optional() });

/**
 * Secrets Manager: GetSecretValue for the template's secrets. A secret without a value in the template gets a random
 * one.
 */
export class SecretsManager implements Service {
  readonly name = "secretsmanager";
  readonly streams = false;
  readonly #secrets: { name: string; arn: string; value: string }[];

  constructor(template: Template, state: State) {
    this.#secrets = template
      .ofType("AWS::SecretsManager::Secret", Properties)
      .map(({ physical, properties }) => ({
        name: physical.name,
        arn: physical.ref,
        value: properties.SecretString ?? state.secret(physical.name),
      }));
  }

  identify(request: IncomingMessage, _url: URL, body: Buffer) {
    return { operation: targetOf(request), input: parseDictionary(body.toString()) };
  }

  permissions({ operation, input }: Call): Permission[] {
    return [{ action: `secretsmanager:${operation}`, resource: this.#find(input["SecretId"]).arn }];
  }

  async handle({ operation, input }: Call): Promise<Answer> {
    if (operation !== "GetSecretValue")
      throw new AwsError("UnknownOperationException", `Secrets Manager ${operation} is not run locally`);
    const { name, arn, value } = this.#find(input["SecretId"]);
    return jsonAnswer("1.1", {
      ARN: arn,
      Name: name,
      SecretString: value,
      VersionId: "local",
      VersionStages: ["AWSCURRENT"],
    });
  }

  refuse(error: AwsError): Answer {
    return jsonError("1.1", error);
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 400);
  }

  #find(id: unknown) {
    const found = this.#secrets.find(({ name, arn }) => id === name || id === arn);
    if (found) return found;
    throw new AwsError(
      "ResourceNotFoundException",
      `Secrets Manager can't find the specified secret: ${stringOf(id)}`,
    );
  }
}
