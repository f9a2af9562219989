import { globSync, readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { CucumberExpression, ParameterType, ParameterTypeRegistry } from "@cucumber/cucumber-expressions";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { describe, expect, it } from "vitest";

type Act = (...given: never[]) => Promise<unknown>;
/** What each step does, by its text as a Cucumber expression. */
export type Steps = Record<string, Act>;
/** The words that a step may have in the place of `{name}`, with what they mean. */
export type Words = Record<string, Record<string, unknown>>;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function registryOf(words: Words): ParameterTypeRegistry {
  const registry = new ParameterTypeRegistry();
  for (const [name, meanings] of Object.entries(words)) {
    const pattern = Object.keys(meanings)
      .toSorted((one, other) => other.length - one.length)
      .map(escaped)
      .join("|");
    const meaning = (text: string) => meanings[text];
    registry.defineParameterType(new ParameterType(name, new RegExp(pattern), null, meaning, false, false));
  }
  return registry;
}

/**
 * Makes a test of each scenario in the feature files of a folder, in the order of their names. The files are parsed by
 * Cucumber itself; Vitest runs them, so that all scenarios act on one local cloud.
 */
export function runFeatures(folder: string, steps: Steps, words: Words): void {
  const registry = registryOf(words);
  const defined = Object.entries(steps).map(([text, act]) => ({
    ...{ text, act },
    expression: new CucumberExpression(text, registry),
  }));
  const used = new Set<string>();

  const perform = async (text: string): Promise<void> => {
    const matching = defined.flatMap(({ expression, ...step }) => {
      const given = expression.match(text);
      return given
        ? [{ ...step, given: given.map((argument) => argument.getValue<unknown>(undefined)) }]
        : [];
    });
    const [step, ...others] = matching;
    if (!step || others.length > 0) throw new Error(`${matching.length} steps match "${text}"`);
    used.add(step.text);
    await Promise.resolve(Reflect.apply(step.act, undefined, step.given)).catch((cause: unknown) => {
      throw new Error(`${text}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
  };

  for (const file of globSync("*.feature", { cwd: folder }).toSorted()) {
    const text = readFileSync(join(folder, file), "utf8");
    const document = new Parser(new AstBuilder(randomUUID), new GherkinClassicTokenMatcher()).parse(text);
    describe(document.feature?.name ?? file, () => {
      it.each(compile(document, file, randomUUID).map((scenario) => [scenario.name, scenario] as const))(
        "%s",
        async (_name, scenario) => {
          for (const step of scenario.steps) await perform(step.text);
        },
      );
    });
  }

  it("every defined step is in a scenario", () => {
    expect(defined.map((step) => step.text).filter((step) => !used.has(step))).toEqual([]);
  });
}
