import * as z from "zod";
import { NotSupported } from "../foundation/aws-error.ts";
import { dictionaryOf, stringOf } from "../foundation/json.ts";
import type { SynthesizedStack } from "./assembly.ts";
import { NO_VALUE, resolve, type Scope } from "./intrinsics.ts";
import { generatedName, hashOf, NAME_PROPERTIES, physicalOf, type Physical } from "./physical.ts";

const Body = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Type: z.string(), Default: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.unknown()).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
});

export type Resource<Properties> = {
  logicalId: string;
  type: string;
  physical: Physical;
  properties: Properties;
};

/** A CloudFormation template with its references resolved, as if it were deployed in a local account. */
export class Template {
  readonly stack: SynthesizedStack;
  readonly #body: z.infer<typeof Body>;
  readonly #physical = new Map<string, Physical>();
  readonly #naming = new Set<string>();
  readonly #scope: Scope;

  constructor(stack: SynthesizedStack) {
    this.stack = stack;
    this.#body = Body.parse(stack.template);
    this.#scope = {
      ref: (name) => this.#ref(name),
      attribute: (id, attribute) => this.#attribute(id, attribute),
      condition: (name) => resolve(this.#body.Conditions[name], this.#scope) === true,
      mapping: (map, first, second) => dictionaryOf(dictionaryOf(this.#body.Mappings[map])[first])[second],
      zones: () => ["a", "b", "c"].map((zone) => `${stack.region}${zone}`),
    };
  }

  get region(): string {
    return this.stack.region;
  }

  get account(): string {
    return this.stack.account;
  }

  /** An ARN in this region and account. */
  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** All resources of this type whose condition holds, with properties resolved and parsed by the schema. */
  ofType<Schema extends z.ZodType>(type: string, schema: Schema): Resource<z.output<Schema>>[] {
    return Object.entries(this.#body.Resources).flatMap(([logicalId, resource]) => {
      if (resource.Type !== type || !this.#exists(resource.Condition)) return [];
      const parsed = schema.safeParse(resolve(resource.Properties, this.#scope));
      if (!parsed.success)
        throw new NotSupported(`${logicalId} (${type}): ${z.prettifyError(parsed.error)}`, {
          cause: parsed.error,
        });
      return [{ logicalId, type, physical: this.physical(logicalId), properties: parsed.data }];
    });
  }

  /** Physical name of the only resource of a type whose logical id contains `part`. */
  nameOf(type: string, part = ""): string {
    const found = Object.entries(this.#body.Resources).filter(
      ([id, { Type }]) => Type === type && id.includes(part),
    );
    const [only] = found;
    if (only && found.length === 1) return this.physical(only[0]).name;
    throw new Error(`${found.length} resources of type ${type} have "${part}" in their logical id`);
  }

  get logicalIds(): string[] {
    return Object.keys(this.#body.Resources);
  }

  /** Physical names of all resources of a type. */
  namesOf(type: string): string[] {
    const found = Object.entries(this.#body.Resources).filter(([, { Type }]) => Type === type);
    return found.map(([id]) => this.physical(id).name);
  }

  physical(logicalId: string): Physical {
    const known = this.#physical.get(logicalId);
    if (known) return known;
    const resource = this.#body.Resources[logicalId];
    if (!resource) throw new Error(`The template refers to ${logicalId}, which it does not have`);
    if (this.#naming.has(logicalId)) throw new Error(`The name of ${logicalId} depends on itself`);
    this.#naming.add(logicalId);
    const physical = this.#identify(logicalId, resource.Type, resource.Properties);
    this.#physical.set(logicalId, physical);
    return physical;
  }

  #identify(logicalId: string, type: string, properties: Record<string, unknown>): Physical {
    const property = (name: string) => stringOf(resolve(properties[name], this.#scope));
    const hash = hashOf(`${this.stack.name}/${logicalId}`);
    const given = NAME_PROPERTIES[type];
    const name =
      (given === undefined ? "" : property(given)) || generatedName(type, this.stack.name, logicalId, hash);
    const { region, account } = this;
    return physicalOf(type, { logicalId, name, hash, region, account, property });
  }

  #exists(condition: string | undefined): boolean {
    return condition === undefined || this.#scope.condition(condition);
  }

  #ref(name: string): unknown {
    const pseudo = this.#pseudo(name);
    if (pseudo !== undefined) return pseudo;
    const parameter = this.#body.Parameters[name];
    if (!parameter) return this.physical(name).ref;
    if (parameter.Type.startsWith("AWS::SSM::"))
      throw new NotSupported(
        `Parameter ${name} is read from SSM (${parameter.Type}), which is not run locally`,
      );
    if (parameter.Default === undefined) throw new Error(`Parameter ${name} has no default value`);
    return parameter.Default;
  }

  #pseudo(name: string): unknown {
    const { region, account, stack } = this;
    const values: Record<string, unknown> = {
      "AWS::AccountId": account,
      "AWS::Region": region,
      "AWS::Partition": "aws",
      "AWS::URLSuffix": "amazonaws.com",
      "AWS::StackName": stack.name,
      "AWS::StackId": this.arn("cloudformation", `stack/${stack.name}/local`),
      "AWS::NoValue": NO_VALUE,
      "AWS::NotificationARNs": [],
    };
    return values[name];
  }

  #attribute(logicalId: string, attribute: string): unknown {
    const value = this.physical(logicalId).attributes[attribute];
    if (value !== undefined) return value;
    const type = this.#body.Resources[logicalId]?.Type ?? "";
    throw new NotSupported(
      `Attribute ${attribute} of ${logicalId} (${type}) is not known to the local cloud`,
    );
  }
}
