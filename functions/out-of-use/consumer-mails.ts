import type { Dossier } from "../domain/dossier.ts";
import type { Person } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";
import type { MailRequest } from "../mail/send-mail.ts";
import { differing } from "./term-notices.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/** One mail per address. Everybody except a DPO gets a personal link to the dossier. */
export const toPersons = (
  dossier: Dossier,
  persons: (Person | undefined)[],
  { key, template, text }: { key: string; template: string; text: Pick<MailText, "subject" | "paragraphs"> },
): MailRequest[] =>
  differing(persons).map((to) => ({
    ...{ key: `${key}/${to.id}`, template, about: dossier, to, ...text },
    ...(to.id === dossier.people.dpo?.id
      ? {}
      : {
          action: {
            label: outOfUseTexts.followDossier,
            link: { kind: "status" as const, dossierId: dossier.id },
            personId: to.id,
          },
        }),
  }));
