import * as z from "zod";
import { Dossier } from "../functions/domain/dossier.ts";
import { DOSSIER_LIFE } from "../functions/domain/dossier-life.ts";

/** The fields that a dossier can have, by name or as `part.name`, with whether it must. */
type Fields = Record<string, boolean>;
type Form = { form: Fields; isOf: (status: string) => boolean };

const isRequired = (type: z.core.$ZodType) => z.safeParse(type, undefined).success === false;

const shapeOf = ({ shape }: z.ZodObject): z.core.$ZodShape => shape;

function objectsIn(type: z.core.$ZodType | undefined): z.ZodObject[] {
  if (type instanceof z.ZodObject) return [type];
  if (type instanceof z.ZodUnion) return type.options.flatMap((one: z.core.$ZodType) => objectsIn(one));
  if (!(type instanceof z.ZodOptional)) return [];
  const inner: z.core.$ZodType = type.unwrap();
  return objectsIn(inner);
}

const fieldsOf = (shape: z.core.$ZodShape, isThere = true, prefix = ""): Fields =>
  Object.fromEntries(
    Object.entries(shape).map(([name, type]) => [`${prefix}${name}`, isThere && isRequired(type)]),
  );

/** One for each form that a part can have. */
function formsOf(object: z.ZodObject): Form[] {
  const { status, request, use, ...own } = shapeOf(object);
  const parts = Object.entries({ request, use });
  const fields = parts.reduce<Fields[]>(
    (forms, [name, part]) => {
      const objects = objectsIn(part);
      if (!part || objects.length === 0) return forms;
      return forms.flatMap((form) =>
        objects.map((one) => ({ ...form, ...fieldsOf(shapeOf(one), isRequired(part), `${name}.`) })),
      );
    },
    [fieldsOf(own)],
  );
  return fields.map((form) => ({ form, isOf: (name) => !!status && z.safeParse(status, name).success }));
}

const FORMS = Dossier.options.flatMap((option) => objectsIn(option).flatMap(formsOf));

const code = (fields: string[]) =>
  fields.length === 0 ? "–" : fields.map((field) => `\`${field}\``).join(", ");

/** The fields of a status that other statuses lack or make optional. */
function row(status: string): string {
  const forms = FORMS.filter(({ isOf }) => isOf(status)).map(({ form }) => form);
  const has = [...new Set(forms.flatMap((form) => Object.keys(form)))].filter(
    (field) => new Set(FORMS.map(({ form }) => form[field])).size > 1,
  );
  const required = has.filter((field) => forms.every((form) => form[field]));
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
    "Each status requires what it cannot be without. A parked dossier that returns to `ENDING` has what `ENDING` requires. Every",
    "status has the fields that [data-model.md](data-model.md#the-dossier) names beside these.",
    "",
    "| status | requires | can have |",
    "|---|---|---|",
    ...Object.keys(DOSSIER_LIFE).map(row),
    "",
  ].join("\n");
