import type * as z from "zod";
import type { CalendarDate } from "../../domain/calendar.ts";
import type { TaskDefinition } from "../../domain/task-definition.ts";
import { ANSWERS } from "../../domain/questions-by-field.ts";
import type { FieldText } from "../../domain/texts.ts";
import { carryOutDpia } from "../../dpia/carry-out-dpia.ts";
import { preAssessDpia } from "../../dpia/pre-assess-dpia.ts";
import { submitIntake } from "../../intake/submit-intake.ts";
import type { Both } from "../../templates/document-writer.ts";
import { writeBlank } from "../../protocol/write-protocol.ts";
import { readDocx } from "../../templates/read-docx.ts";
import { type TextPart, writeDocx } from "../../templates/write-docx.ts";
import { writePdf } from "../../templates/write-pdf.ts";
import { describeForm, type FormField } from "../../domain/describe-form.ts";
import { homeTexts } from "./home.nl.ts";
import type { Preparation } from "./preparations.ts";
import type { PublicSite } from "./public-site.ts";

type Site = Pick<PublicSite, "site" | "templates" | "templateFiles">;

/** The tasks whose questions a document holds. */
const TASKS_OF = {
  intake: [submitIntake],
  dpia: [preAssessDpia, carryOutDpia],
} satisfies Record<Exclude<Preparation, "protocol">, TaskDefinition[]>;

/** Writes a document from the declarations of the tasks, so that it has the questions of today. */
export async function writePreparation(site: Site, name: Preparation, today: CalendarDate): Promise<Both> {
  if (name === "protocol") return writeBlank(site, today);
  const author = site.site.names.agencyInFull;
  const docx = await writeDocx({
    title: homeTexts.preparations[name],
    author,
    footer: [homeTexts.title],
    parts: [homeTexts.prepare, ...TASKS_OF[name].flatMap(questionsOf)],
  });
  return { docx, pdf: await writePdf(readDocx(docx), { author, date: today }) };
}

function questionsOf({ texts: { nl }, outcomes }: TaskDefinition): TextPart[] {
  const [form] = Object.values<z.ZodObject>(outcomes);
  const texts: Record<string, FieldText> = nl.fields ?? {};
  return [
    { heading: nl.title },
    ...(form
      ? describeForm(form, texts)
          .filter(({ key }) => key !== ANSWERS)
          .flatMap((field) => question(field))
      : []),
  ];
}

function question(field: FormField, depth = 0): TextPart[] {
  const label = plain(field.isOptional ? `${field.label} ${homeTexts.optional}` : field.label);
  const hint = field.hint === undefined ? [] : [plain(field.hint)];
  if (field.widget === "group") {
    const heading: TextPart = depth === 0 ? { heading: label, level: 2 } : { joined: `**${label}**` };
    return [heading, ...hint, ...field.fields.flatMap((inner) => question(inner, depth + 1))];
  }
  const options = field.options.map((option): TextPart => ({ item: plain(option.label) }));
  return [{ joined: `**${label}**` }, ...hint, ...(options.length > 0 ? options : [{ room: 1 }])];
}

/** Without the signs that writeDocx gives a meaning. */
const plain = (text: string): string => text.replace(/\*\*|\[\[|\]\]/g, "");
