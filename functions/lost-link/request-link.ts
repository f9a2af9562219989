import type * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import { isSameAddress, type Person } from "../domain/people.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import type { Dossiers, NewId } from "../domain/ports.ts";
import type { Reason } from "../domain/verdict.ts";
import type { TaskKind } from "../domain/process.ts";
import type { WithinLimits } from "../limits/within-limits.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { AnnounceTask } from "../tasks/announce-task.ts";
import { LinkForm } from "./link-form.ts";
import { lostLinkTexts } from "./texts.nl.ts";

/** `done` reveals nothing: only the mailbox shows whether a mail was sent. */
export type RequestLinkResult =
  { status: "done" } | { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };
export type RequestLink = (
  fields: Record<string, unknown>,
  from: { ip: string },
) => Promise<RequestLinkResult>;

type Deps = {
  dossiers: Pick<Dossiers, "findIdByReference" | "readWhole">;
  withinLimits: WithinLimits;
  definitions: Record<TaskKind, TaskDefinition>;
  sendMail: SendMail;
  announce: AnnounceTask;
  newId: NewId;
};

/**
 * LINK-01: a new link is mailed only to the stored address of a current person of the dossier. The answer is always the
 * same, whether or not the dossier and the person exist and whether or not the limit of mails was reached. Guesses,
 * right or wrong, count for their sender and never for the dossier: nobody can lock its people out.
 * Source: the process, "At any moment": a link anew; data minimisation (GDPR 5(1)(c)).
 */
export function createRequestLink(deps: Deps): RequestLink {
  return async (fields, { ip }) => {
    const parsed = LinkForm.safeParse(fields);
    if (!parsed.success) return { status: "refused", problems: parsed.error.issues, reasons: [] };
    const { reference, email } = parsed.data;
    return deps.withinLimits("lost-link-asked", { sender: ip }, async () => {
      await mailLinks({ ...deps, sendMail: limitedMail(deps, reference) }, reference, email);
      return { status: "done" };
    });
  };
}

/** Only sent mails count. A reached limit is not reported, because that would confirm the guess. */
const limitedMail =
  ({ sendMail, withinLimits }: Deps, reference: string): SendMail =>
  async (request) => {
    const address = `${reference}/${request.template}/${request.to.email}`;
    await withinLimits("lost-link-mailed", { address }, () => sendMail(request));
  };

/**
 * Each person at the address gets a mail with a link of their own; one person with two parts gets one (PEOPLE-07). A
 * contact reaches the tasks from the dossier's page.
 */
async function mailLinks(deps: Deps, reference: string, email: string): Promise<void> {
  const id = await deps.dossiers.findIdByReference(reference);
  const whole = id === undefined ? undefined : await deps.dossiers.readWhole(id);
  if (!whole) return;
  const { dossier, tasks } = whole;
  const { contact, secondContact, dpo, signatory, secondSignatory } = dossier.people;
  const asks = (person: Person | undefined): person is Person => isSameAddress(person?.email, email);
  const [applicant] = [contact, secondContact].filter(asks);
  if (applicant) await mailStatusLink(deps, dossier, applicant);
  const told = [applicant];
  for (const [audience, person] of [
    ["signatory", signatory],
    ["second-signatory", secondSignatory],
    ["dpo", dpo],
  ] as const) {
    if (!asks(person)) continue;
    const toSign = tasks.find((task) => task.status === "open" && task.audience === audience);
    if (toSign) await mailTask(deps, dossier, toSign);
    else if (!told.some((other) => isSamePerson(person, other))) await mailStatusLink(deps, dossier, person);
    told.push(person);
  }
}

const keyFor = (deps: Deps) => `lost-link/${deps.newId()}`;

const mailStatusLink = (deps: Deps, dossier: Dossier, person: Person) =>
  deps.sendMail({
    key: keyFor(deps),
    template: "lost-link",
    about: dossier,
    to: person,
    ...lostLinkTexts.mail(dossier.organisation.name),
    action: {
      label: lostLinkTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: person.id,
    },
    afterAction: [lostLinkTexts.personalLink],
  });

async function mailTask(deps: Deps, dossier: Dossier, task: HumanTask): Promise<void> {
  const key = () => `${keyFor(deps)}/${taskId(task)}`;
  await deps.announce(deps.definitions[task.kind], task, dossier, { key });
}
