import { endingOf } from "../../functions/domain/dossier.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { dayAfter } from "../journey/answers.ts";
import { type Answers, asFormValues } from "../journey/flatten.ts";
import { mustBe, type Opened } from "../journey/scene.ts";
import type { PersistentStage } from "./persistent-stage.ts";

const TEAM = "tine-team";
type IsDone = (whole: WholeDossier) => boolean;

/** Acts of the people of a dossier beside decisions; each is tried until the record shows that it is done. */

export const putOnHold = (stage: PersistentStage, days: number) =>
  stage.act(
    ({ dossier }) => dossier.hold !== undefined,
    () => byTeam(stage, "hold", { until: dayAfter(stage.now, days), reason: "De gemeente fuseert." }),
  );

export const endHold = (stage: PersistentStage) =>
  stage.act(
    ({ dossier }) => dossier.hold === undefined,
    async () => {
      const { browser, page } = await dossierPage(stage);
      mustBe(await browser.submit(page.formTo("/hold/end"), {}), 200);
    },
  );

export const setLegalHold = (stage: PersistentStage) =>
  stage.act(
    ({ dossier }) => dossier.legalHold !== undefined,
    () => byTeam(stage, "legal-hold", { reason: "Er loopt een klacht." }),
  );

export const liftLegalHold = (stage: PersistentStage) =>
  stage.act(
    ({ dossier }) => dossier.legalHold === undefined,
    () => byTeam(stage, "legal-hold/lift", { reason: "De klacht is afgehandeld." }),
  );

export const amend = (stage: PersistentStage) =>
  stage.act(
    ({ dossier }) => dossier.status !== "IN_USE",
    () => byTeam(stage, "amendment", { stage: "INTAKE", reason: "Ook voor examens." }),
  );

/** Takes effect at once, so only the missing record shows that it is done. */
export const erase = (stage: PersistentStage) =>
  stage.act(
    () => false,
    () => byTeam(stage, "erasure", { ground: "objection" }, 410),
  );

export const writeToApplicant = (stage: PersistentStage, reason: string) =>
  stage.act(
    ({ notes }) => notes.some(({ text }) => text === reason),
    () => byTeam(stage, "message", { reason }),
  );

/** The team exports the dossier as a zip. The same form is posted again after a failure, so it makes one zip. */
export async function exportDossier(stage: PersistentStage): Promise<void> {
  let isThere = false;
  let opened: Awaited<ReturnType<typeof dossierPage>> | undefined;
  await stage.act(
    () => isThere,
    async () => {
      opened ??= await dossierPage(stage);
      const { browser, page } = opened;
      const ready = await browser.submit(page.formTo("/exports"), {});
      mustBe(await browser.open(ready.link("Download de zip")), 200);
      isThere = true;
    },
  );
}

/** The team changes the DPO of the consumer. */
export const changeDpo = (stage: PersistentStage) =>
  changePerson(stage, "dpo", async (person) => byTeam(stage, "people/dpo", person, 200, "person.name"));

/** The contact hands over to a colleague, and the contact's own links end. */
export async function changeContact(stage: PersistentStage): Promise<void> {
  await changePerson(stage, "contact", async (person) => {
    const { browser, page } = await statusPage(stage);
    const people = await browser.follow(page, "wijzig de personen");
    const form = (await browser.follow(people, /^Wijzig: contactpersoon/)).form("person.name");
    mustBe(await browser.submit(form, asFormValues(person)), 200);
  });
  stage.journey.people.contact = successorOf(stage, "contact");
}

const successorOf = ({ journey }: PersistentStage, part: "contact" | "dpo") => ({
  name: part === "contact" ? "Cas Opvolger" : "Dora Privacy",
  email: journey.people[part].email.replace(/^[^@]+/, part === "contact" ? "cas" : "dora"),
});

function changePerson(
  stage: PersistentStage,
  part: "contact" | "dpo",
  change: (answers: Answers) => Promise<unknown>,
): Promise<void> {
  const { name, email } = successorOf(stage, part);
  return stage.act(
    ({ dossier }) => dossier.people[part]?.email === email,
    () => change({ change: "someone-else", "person.name": name, "person.email": email }),
  );
}

/** `isDone`: after the withdrawal of a later request, its dossier stays in use. */
export const withdraw = (stage: PersistentStage, isDone: IsDone) =>
  stage.act(isDone, () =>
    byApplicant(stage, /^(Je aanvraag intrekken|Trek .* in)$/, { reason: "We doen het niet." }),
  );

export const stopUsing = (stage: PersistentStage) =>
  stage.act(
    ({ dossier }) => endingOf(dossier) !== undefined,
    () => byApplicant(stage, /^Stop het gebruik/, { reason: "stopped", explanation: "De dienst stopt." }),
  );

async function byApplicant(stage: PersistentStage, link: RegExp, answers: Answers): Promise<void> {
  const { browser, page } = await statusPage(stage);
  const form = (await browser.follow(page, link)).form("reason");
  mustBe(await browser.submit(form, asFormValues(answers)), 200);
}

async function byTeam(
  stage: PersistentStage,
  path: string,
  answers: Answers,
  status = 200,
  field = Object.keys(answers)[0] ?? "",
): Promise<void> {
  const { scene } = stage;
  const browser = await scene.staffBrowser(TEAM);
  const page = await scene.openAsStaff(browser, `${await stage.adminAddress()}/${path}`);
  mustBe(await browser.submit(page.form(field), asFormValues(answers)), status);
}

async function dossierPage(stage: PersistentStage): Promise<Opened> {
  const browser = await stage.scene.staffBrowser(TEAM);
  return { browser, page: await stage.scene.openAsStaff(browser, await stage.adminAddress()) };
}

/** The page of the applicant's newest status link. */
async function statusPage({ scene, applicant }: PersistentStage): Promise<Opened> {
  const mail = (await scene.mails(applicant)).findLast(({ text }) => text.includes("/dossier/"));
  if (!mail) throw new Error("no mail with a status link yet");
  const browser = scene.newBrowser();
  return { browser, page: await browser.open(scene.linkIn(mail)) };
}
