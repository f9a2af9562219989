import * as z from "zod";
import type { Template } from "../template/template.ts";

const Domain = z.looseObject({ DomainName: z.string() });
const Mapping = z.looseObject({
  DomainName: z.string(),
  RestApiId: z.string().optional(),
  Stage: z.string().optional(),
});
const Anything = z.looseObject({});

/** The local servers, as far as known when addresses are rewritten. */
export type Servers = { siteOf(apiId: string): string; gateway: string; issuer: string };

/**
 * The template's public addresses on AWS, each with its local replacement. Functions do not know about the local cloud:
 * their variables contain other addresses.
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

/** A custom domain maps to a stage; locally the path contains the stage. */
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
