import * as z from "zod";
import { PERSON_PARTS } from "../../domain/people.ts";

/** Path parameters of the API, each with an example. A value of another format gets 404. */
const PARAMETERS = {
  id: z.string().meta({ description: "Id of the dossier", examples: ["01JDQ4B6V1S6W5N0A9C8XKTZ3E"] }),
  taskId: z.string().meta({ description: "Id of the task", examples: ["AssessIntake-1-1"] }),
  documentId: z.string().meta({ examples: ["01JDQ4C0M6F3H8D2V7P5RWYX1B"] }),
  mailId: z
    .string()
    .meta({ description: "Id of a mail of no dossier", examples: ["4f8d2c1b9a7e6f5d4c3b2a1908"] }),
  exportId: z.string().meta({ examples: ["01JDQ4D8T2K9E4G6S1N3QJZV7C"] }),
  substitutionId: z.string().meta({ examples: ["01JDQ4E5X8B1R7M3Y6W2HKFA9D"] }),
  webhookId: z.string().meta({ examples: ["01JDQ4G2T7D5M9R3W1Y8BKCZ4F"] }),
  part: z.enum(PERSON_PARTS).meta({ examples: ["secondContact"] }),
} as const satisfies Record<string, z.ZodType>;

export type ParameterName = keyof typeof PARAMETERS;
export type Parameters<Name extends ParameterName> = { [Key in Name]: z.output<(typeof PARAMETERS)[Key]> };

const isKnown = (name: string): name is ParameterName => Object.hasOwn(PARAMETERS, name);

export function parameterOf(name: string): z.ZodType {
  if (!isKnown(name)) throw new Error(`No schema for parameter ${name}`);
  return PARAMETERS[name];
}

/** Maximum number of items of a page. A page has fewer where few lines pass the filter. */
const MOST_ITEMS = 100;
const USUAL_ITEMS = 50;

/** Query parameters of a list that is read page by page. */
export const NEXT = z.object({ next: z.string().optional().describe("`next` of the previous page") });
export const PAGED = NEXT.extend({
  limit: z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(MOST_ITEMS)
    .default(USUAL_ITEMS)
    .describe("Maximum number of items of a page"),
});
