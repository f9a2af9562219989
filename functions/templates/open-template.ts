import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import * as z from "zod";
import { GiveUp } from "../domain/errors.ts";

/** Values of placeholders by name. A list repeats what is between `{#name}` and `{/name}`. */
export type Values = Readonly<Record<string, Value>>;
export type Value = string | boolean | readonly Readonly<Record<string, string>>[];

/** A placeholder of a template; `{#name}` and `{^name}` hold others. */
export type Placeholder = { name: string; isSection: boolean; within: Placeholder[] };

/** A template that can be filled in: its placeholders are complete. */
export type Template = { placeholders: Placeholder[]; fill: (values: Values) => Record<string, Uint8Array> };

/** Placeholders that cannot be read: a bracket or a section that is not closed. */
export class Unfillable extends GiveUp {
  readonly faults: TemplateFault[];

  constructor(faults: TemplateFault[]) {
    super("TEMPLATE_UNFILLABLE", { fault: faults[0]?.kind ?? "unknown" });
    this.faults = faults;
  }
}
/** `kind`: of docxtemplater, such as `unclosed_tag`. */
export type TemplateFault = { kind: string; placeholder: string };

/**
 * Opens a Word template with docxtemplater: `{name}` is a value, `{#name}…{/name}` is repeated or shown for a value,
 * `{^name}…{/name}` is shown without one. Throws Unfillable.
 */
export function openTemplate(bytes: Uint8Array): Template {
  const placeholders: Placeholder[] = [];
  const opened = attempt(
    () =>
      new Docxtemplater(new PizZip(bytes), {
        ...{ paragraphLoop: true, linebreaks: true, stripInvalidXMLChars: true, errorLogging: false },
        nullGetter: () => "",
        modules: [{ set: (state: unknown) => void placeholders.push(...placeholdersIn(state)) }],
      }),
  );
  return {
    placeholders,
    fill: (values) => {
      attempt(() => opened.render(values));
      const files = Object.entries(opened.getZip().files).filter(([, { dir }]) => !dir);
      return Object.fromEntries(files.map(([name, file]) => [name, file.asUint8Array()]));
    },
  };
}

/** A part of a template, as docxtemplater tells its modules. */
const Part = z.object({
  type: z.string(),
  value: z.string().catch(""),
  get subparsed() {
    return z.array(Part).optional();
  },
});
type Part = z.infer<typeof Part>;
const Parsed = z.object({ inspect: z.object({ postparsed: z.array(Part) }) });

const placeholdersIn = (state: unknown): Placeholder[] =>
  placeholdersOf(Parsed.safeParse(state).data?.inspect.postparsed ?? []);

const placeholdersOf = (parts: Part[]): Placeholder[] =>
  parts
    .filter(({ type }) => type === "placeholder")
    .map(({ value, subparsed }) => ({
      name: value,
      isSection: subparsed !== undefined,
      within: placeholdersOf(subparsed ?? []),
    }));

function attempt<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const faults = faultsOf(error);
    if (faults.length === 0) throw error;
    throw new Unfillable(faults);
  }
}

const Fault = z.object({ properties: z.object({ id: z.string(), xtag: z.string().catch("") }) });
const Several = z.object({ properties: z.object({ errors: z.array(Fault) }) });

function faultsOf(error: unknown): TemplateFault[] {
  const several = Several.safeParse(error).data?.properties.errors;
  const one = Fault.safeParse(error).data;
  return (several ?? (one ? [one] : [])).map(({ properties: { id: kind, xtag: placeholder } }) => ({
    kind,
    placeholder,
  }));
}
