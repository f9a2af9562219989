import * as z from "zod";
import { AwsError } from "../foundation/aws-error.ts";
import type { Permission } from "../iam/statements.ts";
import type { Template } from "../template/template.ts";

const Identity = z.looseObject({ EmailIdentity: z.string() });
const ConfigurationSet = z.looseObject({});

/** Verified addresses and domains of the template, and its configuration sets. */
export class Identities {
  readonly #template: Template;
  readonly #identities: string[];
  readonly #configurationSets: string[];

  constructor(template: Template) {
    this.#template = template;
    this.#identities = template
      .ofType("AWS::SES::EmailIdentity", Identity)
      .map(({ properties }) => properties.EmailIdentity.toLowerCase());
    this.#configurationSets = template
      .ofType("AWS::SES::ConfigurationSet", ConfigurationSet)
      .map(({ physical }) => physical.name);
  }

  /** Permissions for sending from this address: on the identity, and on the configuration set if any. */
  permissions(action: string, from: string, configurationSet: string): Permission[] {
    const identity = this.#template.arn("ses", `identity/${this.#identityOf(from)}`);
    const context = { "ses:FromAddress": [from] };
    const set = this.#template.arn("ses", `configuration-set/${configurationSet}`);
    const needs = configurationSet === "" ? [identity] : [identity, set];
    return needs.map((resource) => ({ action, resource, context }));
  }

  /** Refuses an unverified sender and an unknown configuration set, as SES does. */
  check(from: string, configurationSet: string): void {
    const { region } = this.#template;
    if (this.#identities.length > 0 && !this.#identities.includes(this.#identityOf(from)))
      throw new AwsError(
        "MessageRejected",
        `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${from}`,
      );
    if (configurationSet !== "" && !this.#configurationSets.includes(configurationSet))
      throw new AwsError(
        "ConfigurationSetDoesNotExist",
        `Configuration set <${configurationSet}> does not exist.`,
      );
  }

  /** The verified address, otherwise its domain. */
  #identityOf(from: string): string {
    const address = from.toLowerCase();
    return this.#identities.includes(address) ? address : (address.split("@")[1] ?? address);
  }
}
