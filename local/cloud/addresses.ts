import * as z from "zod";
import type { Template } from "../template/template.ts";

const Domain = z.looseObject({ DomainName: z.string() });
const Mapping = z.looseObject({
  DomainName: z.string(),
  RestApiId: z.string().optional(),
  Stage: z.string().optional(),
});
const Anything = z.looseObject({});

/** What is known of the local servers when addresses are rewritten. */
export type Servers = { siteOf(apiId: string): string; gateway: string; issuer: string };

/**
 * The template's public addresses on AWS, each with the local one that stands for it. A function knows no local cloud:
 * its variables simply hold other addresses.
 */
export function addressesOf(template: Template, servers: Servers): (text: string) => string {
  const { region } = template;
  const pairs = [
    ...domains(template, servers),
    ...template
      .ofType("AWS::ApiGateway::RestApi", Anything)
      .map(({ physical: { ref } }) => [
        `https://${ref}.execute-api.${region}.amazonaws.com`,
        servers.siteOf(ref),
      ]),
    ...template
      .ofType("AWS::Cognito::UserPool", Anything)
      .map(({ physical }) => [physical.attributes["ProviderURL"] ?? "", servers.issuer]),
    ...template
      .ofType("AWS::Cognito::UserPoolDomain", Anything)
      .map(({ physical }) => [`https://${physical.name}.auth.${region}.amazoncognito.com`, servers.issuer]),
    ...template
      .ofType("AWS::S3::Bucket", Anything)
      .flatMap(({ physical: { ref, attributes } }) =>
        ["DomainName", "RegionalDomainName"].map((name) => [
          `https://${attributes[name]}`,
          `${servers.gateway}/${ref}`,
        ]),
      ),
  ];
  return (text) => pairs.reduce((rewritten, [from = "", to = ""]) => rewritten.replaceAll(from, to), text);
}

/** A domain of one's own stands for a stage: locally the stage is in the path again. */
function domains(template: Template, servers: Servers): string[][] {
  const mappings = template
    .ofType("AWS::ApiGateway::BasePathMapping", Mapping)
    .map(({ properties }) => properties);
  return template.ofType("AWS::ApiGateway::DomainName", Domain).flatMap(({ properties: { DomainName } }) => {
    const mapping = mappings.find((one) => one.DomainName === DomainName);
    return mapping?.RestApiId
      ? [[`https://${DomainName}`, `${servers.siteOf(mapping.RestApiId)}/${mapping.Stage ?? ""}`]]
      : [];
  });
}
