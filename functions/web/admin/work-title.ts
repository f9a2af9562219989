import type { MailWork } from "../../domain/work.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import type { WorkKind } from "../team/work-filter.ts";
import { newMailTexts } from "./new-mails.nl.ts";

/** "Nieuwe mail: Kunnen wij aansluiten?" */
export const mailTitle = ({ mail }: MailWork): string =>
  `${newMailTexts.title}: ${mail.subject || newMailTexts.noSubject}`;

/** The title of a kind of work. */
export const workTitle = (kind: WorkKind, definitions: Definitions): string =>
  kind === "NewMail" ? newMailTexts.title : definitions[kind].texts.nl.title;
