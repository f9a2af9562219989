import { describe, expect, it } from "vitest";
import { OPERATORS_KNOW } from "./prod.ts";
import { referencesIn, synthesized, type Resource, type Template } from "./synthesized.ts";

const dependenciesOf = (resource: Resource): string[] => [
  ...referencesIn(resource.Properties),
  ...[resource.DependsOn ?? []].flat(),
];

/** A cycle, or undefined. CDK does not detect it; CloudFormation refuses it. */
function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, path: string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of graph.get(id) ?? []) {
      const cycle = visit(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of graph.keys()) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}

const graphOf = ({ Resources }: Template) =>
  new Map(
    Object.entries(Resources).map(([id, resource]) => [
      id,
      dependenciesOf(resource).filter((other) => other in Resources),
    ]),
  );

const domain = {
  name: "led.example.org",
  certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/0b1c2d3e",
};

describe.each([
  ["dev", {}],
  ["dev", { domain, adminNetworks: ["192.0.2.0/24"] }],
  ["prod", OPERATORS_KNOW],
])("the resources of %s with %o", (environment, overrides) => {
  const { template } = synthesized({ environment, overrides });

  it("have no circular dependencies", () => {
    expect(findCycle(graphOf(template))).toBeUndefined();
  });

  it("refer only to existing ones", () => {
    const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters)]);
    const references = Object.values(template.Resources)
      .flatMap(dependenciesOf)
      .concat(referencesIn(template.Outputs));

    expect(references.length).toBeGreaterThan(500);
    expect(references.filter((id) => !id.startsWith("AWS::") && !known.has(id))).toEqual([]);
  });
});

it("are checked for circles: a circle is found", () => {
  const graph = new Map([
    ["api", ["function"]],
    ["function", ["role", "api"]],
    ["role", []],
  ]);

  expect(findCycle(graph)).toEqual(["api", "function", "api"]);
});
