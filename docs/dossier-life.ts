import type * as z from "zod";
import { Dossier } from "../functions/domain/dossier.ts";
import { DOSSIER_LIFE } from "../functions/domain/dossier-life.ts";

type Shape = Record<string, z.ZodType>;
const shapesOf = (option: (typeof Dossier.options)[number]): Shape[] =>
  "options" in option ? option.options.map(({ shape }) => shape) : [option.shape];
const SHAPES = Dossier.options.flatMap(shapesOf);
const fieldsOf = (shapes: Shape[]) => [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
const isRequired = (shape: Shape, field: string) => shape[field]?.safeParse(undefined).success === false;

const code = (fields: string[]) =>
  fields.length === 0 ? "–" : fields.map((field) => `\`${field}\``).join(", ");

/** The fields of a status that other statuses lack or make optional. */
function row(status: string): string {
  const shapes = SHAPES.filter(({ status: of }) => of?.safeParse(status).success);
  const own = fieldsOf(SHAPES).filter(
    (field) =>
      field !== "status" &&
      (SHAPES.some((shape) => !(field in shape)) ||
        new Set(SHAPES.map((shape) => isRequired(shape, field))).size > 1),
  );
  const has = own.filter((field) => shapes.some((shape) => field in shape));
  const required = has.filter((field) => shapes.every((shape) => isRequired(shape, field)));
  return `| \`${status}\` | ${code(required)} | ${code(has.filter((field) => !required.includes(field)))} |`;
}

/** The statuses of a dossier, from their schemas and the allowed transitions. */
export const renderDossierLife = (): string =>
  [
    "# The life of a dossier",
    "",
    "Made by `npm run generate` from the schemas in [dossier.ts](../functions/domain/dossier.ts) and the table of what can follow on",
    "what in [dossier-life.ts](../functions/domain/dossier-life.ts). The random walks hold every write of a dossier to it.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> ENQUIRY: a question",
    "  [*] --> ONBOARDING: a contact form, confirmed",
    ...Object.entries(DOSSIER_LIFE).flatMap(([from, next]) =>
      Object.entries(next).map(([to, when]) => `  ${from} --> ${to}: ${when}`),
    ),
    "  CLOSED --> [*]: deleted, a tombstone is left",
    "```",
    "",
    "Each status requires what it cannot be without. A parked dossier that returns to `ENDING` keeps its `ending`, which is then",
    "required. Every status has the fields that [data-model.md](data-model.md#the-dossier) names beside these.",
    "",
    "| status | requires | can have |",
    "|---|---|---|",
    ...Object.keys(DOSSIER_LIFE).map(row),
    "",
  ].join("\n");
