import * as z from "zod";
import { dictionaryOf, manyOf, stringsOf } from "../foundation/json.ts";
import type { Template } from "../template/template.ts";
import { type Permission, type Statement, statementsOf, verdict } from "./statements.ts";

const TopicPolicy = z.looseObject({ Topics: z.array(z.string()), PolicyDocument: z.unknown() });
const QueuePolicy = z.looseObject({ Queues: z.array(z.string()), PolicyDocument: z.unknown() });
const Key = z.looseObject({ KeyPolicy: z.unknown() });
const Topic = z.looseObject({ KmsMasterKeyId: z.string().optional() });
const Queue = z.looseObject({ KmsMasterKeyId: z.string().optional() });

type Admitted = { services: string[]; statement: Statement };

/** Key permissions that a publisher needs for an encrypted topic or queue. */
export const KEY_USE = ["kms:GenerateDataKey", "kms:Decrypt"];

/**
 * Resource policies of topics, queues and keys. A topic without one has SNS's default, which admits the owner's own
 * services; any statement replaces that default.
 */
export class ResourcePolicies {
  readonly #policies = new Map<string, Admitted[]>();
  readonly #keys = new Map<string, string>();
  readonly #account: string;

  constructor(template: Template) {
    this.#account = template.account;
    const arnOf = (type: string) =>
      new Map(
        template
          .ofType(type, z.looseObject({}))
          .map(({ physical: { ref, attributes } }) => [ref, attributes["Arn"] ?? ref]),
      );
    const queues = arnOf("AWS::SQS::Queue");
    for (const { properties } of template.ofType("AWS::SNS::TopicPolicy", TopicPolicy))
      for (const topic of properties.Topics) this.#add(topic, properties.PolicyDocument);
    for (const { properties } of template.ofType("AWS::SQS::QueuePolicy", QueuePolicy))
      for (const queue of properties.Queues) this.#add(queues.get(queue) ?? queue, properties.PolicyDocument);
    for (const { physical, properties } of template.ofType("AWS::KMS::Key", Key))
      this.#add(physical.attributes["Arn"] ?? "", properties.KeyPolicy);
    for (const { physical, properties } of template.ofType("AWS::SNS::Topic", Topic))
      if (properties.KmsMasterKeyId) this.#keys.set(physical.ref, properties.KmsMasterKeyId);
    for (const { physical, properties } of template.ofType("AWS::SQS::Queue", Queue))
      if (properties.KmsMasterKeyId)
        this.#keys.set(physical.attributes["Arn"] ?? "", properties.KmsMasterKeyId);
  }

  /** The customer-managed key of a topic or queue. */
  keyOf(arn: string): string | undefined {
    return this.#keys.get(arn);
  }

  /**
   * Whether a service may do this to the resource on behalf of a source in this account, including the use of its key.
   */
  admits(service: string, sourceArn: string, { action, resource }: Permission): boolean {
    const context = {
      "aws:SecureTransport": ["true"],
      "aws:SourceAccount": [this.#account],
      "aws:SourceArn": [sourceArn],
    };
    const allowed = (needed: string, of: string) =>
      verdict(this.#for(service, of), { action: needed, resource: of, context }) === "allowed";
    const key = this.#keys.get(resource);
    return allowed(action, resource) && (key === undefined || KEY_USE.every((use) => allowed(use, key)));
  }

  #for(service: string, arn: string): Statement[] {
    return (this.#policies.get(arn) ?? [])
      .filter(({ services }) => services.includes("*") || services.includes(service))
      .map(({ statement }) => statement);
  }

  #add(arn: string, document: unknown): void {
    const raw = manyOf(dictionaryOf(document)["Statement"]);
    const admitted = statementsOf(document).map((statement, index) => ({
      services: servicesOf(dictionaryOf(raw[index])["Principal"]),
      statement,
    }));
    this.#policies.set(arn, [...(this.#policies.get(arn) ?? []), ...admitted]);
  }
}

/** `"*"` and `{ "AWS": "*" }` mean everybody, including services. */
function servicesOf(principal: unknown): string[] {
  const { Service, AWS } = dictionaryOf(principal);
  const everybody = principal === "*" || stringsOf(AWS).includes("*");
  return everybody ? ["*"] : stringsOf(Service);
}
