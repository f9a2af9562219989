import * as z from "zod";
import { textOf, type Resource } from "./synthesized.ts";

const Variables = z.object({ Variables: z.record(z.string(), z.unknown()) });

/** The variables of all these functions, with placeholders for values from AWS. */
export const madeUpEnvironment = (functions: readonly Resource[]): Record<string, string> =>
  Object.fromEntries(
    functions.flatMap(({ Properties }) =>
      Object.entries(Variables.parse(Properties["Environment"]).Variables).map(([name, value]) => [
        name,
        madeUp(textOf(value)),
      ]),
    ),
  );

const madeUp = (text: string): string =>
  text.replace("${UserPool.ProviderURL}", "https://issuer.example").replaceAll(/\$\{[^}]+\}/g, "made-up");
