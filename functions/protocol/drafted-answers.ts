import * as z from "zod";
import { ProtocolForm } from "./protocol-form.ts";

const { shape } = ProtocolForm;

/** The answers that a protocol is written from: those of a form that is still being filled in may lack any field. */
const ProtocolAnswers = z
  .object({
    ...shape,
    controllers: shape.controllers.partial(),
    data: shape.data.partial(),
    legalGround: shape.legalGround.partial(),
    term: shape.term.partial(),
    format: shape.format.partial(),
    advice: shape.advice.unwrap().partial(),
  })
  .partial();
export type ProtocolAnswers = z.infer<typeof ProtocolAnswers>;

/** The answers in a draft that read as they should; a draft is stored as it was typed. */
export const draftedAnswers = (typed: Record<string, unknown>): ProtocolAnswers =>
  ProtocolAnswers.parse(readable(ProtocolAnswers, typed));

function readable(schema: z.ZodObject, typed: Record<string, unknown>): Record<string, unknown> {
  const fields: z.core.$ZodShape = schema.shape;
  const entries = Object.entries(typed).flatMap(([name, value]): [string, unknown][] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const inner: z.core.$ZodType | undefined = field instanceof z.ZodOptional ? field.unwrap() : field;
    const group = z.record(z.string(), z.unknown()).safeParse(value);
    if (inner instanceof z.ZodObject && group.success) return [[name, readable(inner, group.data)]];
    return inner !== undefined && z.safeParse(inner, value).success ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}
