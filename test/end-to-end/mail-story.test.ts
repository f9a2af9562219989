import { afterAll, beforeAll, expect, it } from "vitest";
import { ownFile, type People, peopleOf, usualDecision } from "../journey/answers.ts";
import type { Page } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import { MailClient } from "../journey/mail-client.ts";
import { Record } from "../journey/record.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

/* A city does its part of an onboarding from its mail program, as the process of the LED has it. */

let scene: Scene;
let journey: Journey;
let city: MailClient;
const people: People = {
  ...peopleOf("stad.example"),
  signatory: {
    ...{ name: "Sofie Hoofd", email: "bounce+sofie@simulator.amazonses.com" },
    capacity: "algemeen directeur",
  },
};
const { contact } = people;

beforeAll(async () => {
  scene = await openScene({ deliveries: true });
  journey = new Journey(scene, people);
  city = new MailClient(scene.cloud, { name: contact.name, address: contact.email });
});
afterAll(() => scene.cloud.stop());

const team = async (path = "") => {
  const browser = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(browser, `${scene.cloud.adminUrl}${path}`);
  return { browser, page };
};
/** The page of the messages that wait for an answer. */
async function messages() {
  await scene.cloud.settled();
  const { browser, page } = await team();
  return { browser, page: await browser.follow(page, `Bericht van ${contact.name}`) };
}
const whole = () => new Record(scene.cloud).whole(journey.reference);
const formTo = (page: Page, end: string, text: string) => {
  const found = page
    .forms()
    .find((form) => form.actionOf().pathname.endsWith(end) && form.element.text.includes(text));
  if (!found) throw new Error(`no form to ${end} (${text}) on ${page.title}: ${page.text.slice(0, 500)}`);
  return found;
};

it("it mails a question, which becomes an onboarding in two clicks", async () => {
  await city.write({
    to: "led@in.led.example",
    subject: "Kunnen wij aansluiten?",
    text: "Wij zijn gemeente Voorbeeldegem, KBO 0999.999.922. We willen diploma's nakijken van wie solliciteert.",
  });
  await scene.cloud.settled();
  const { browser, page: inbox } = await team();

  const mail = await browser.follow(inbox, "Nieuwe mail: Kunnen wij aansluiten?");
  const form = (await browser.follow(mail, "Open een dossier voor deze mail")).form("contactEmail");
  expect(Object.fromEntries(form.filledIn({}))).toMatchObject({
    ...{ contactName: contact.name, contactEmail: contact.email, enterpriseNumber: "0999999922" },
  });
  const opened = await browser.submit(form, {
    ...{
      organisationName: "Gemeente Voorbeeldegem",
      organisationType: "local-authority",
      kind: "onboarding",
    },
  });

  mustBe(opened, 200);
  journey.reference = /LED-\d{4}-\d+/.exec(opened.text)?.[0] ?? "";
  expect((await team()).page.text).not.toContain("Nieuwe mail");
});

it("it answers the intake question by reply, and the team fills the intake in with that", async () => {
  await city.answer(
    await scene.mail(contact.email, "intake"),
    "We willen de webservice, voor onze aanwervingen.",
  );

  const { browser, page } = await messages();
  expect(page.text).toContain("We willen de webservice, voor onze aanwervingen.");
  const intake = await browser.follow(page, /Vul de intake in.*aanvrager/);
  const { fields = {} } = await usualDecision("SubmitIntake", journey.now, people);
  const sent = await browser.submit(intake.form("outcome", "submitted"), asFormValues(fields));

  mustBe(sent, 200);
  const { tasks } = await whole();
  const decided = tasks.find(({ kind }) => kind === "SubmitIntake")?.decision;
  expect(decided).toMatchObject({ by: { role: "led-team" }, onBehalf: { of: "applicant" } });
  expect(await scene.mails(contact.email, "We kregen je mail")).toHaveLength(1);
});

it("it sends its protocol and the advice of its DPO in a reply: the team takes both over with two clicks", async () => {
  await journey.walkTo("SubmitProtocol", "AssessIntake");
  const files = [await pdf("Ons protocol"), await pdf("Advies van de DPO")];
  await city.answer(
    await scene.mail(contact.email, /protocol/i),
    "Hierbij ons protocol en het advies.",
    files,
  );
  await scene.cloud.settled();

  const { browser, page } = await messages();
  const protocol = formTo(page, "/take-over", "ingevuld protocol (ons-protocol.pdf)");
  const one = await browser.submit(protocol, {});
  const advice = formTo(one, "/take-over", "advies van de DPO van de afnemer (advies-van-de-dpo.pdf)");
  const both = await browser.submit(advice, {});
  const { fields = {} } = await usualDecision("SubmitProtocol", journey.now, people);
  const decided = await browser.submit(
    both.form("outcome", "own-file"),
    asFormValues({
      ...ownFile(journey.now, people),
      ...{ advice: fields["advice"] ?? {}, secondSignatory: undefined },
    }),
  );

  mustBe(decided, 200);
  const { documents, tasks } = await whole();
  const taken = documents.filter(({ takenFrom }) => takenFrom);
  expect(taken.map(({ kind, name }) => [kind, name]).sort()).toEqual([
    ["consumer-dpo-advice", "advies-van-de-dpo.pdf"],
    ["protocol", "ons-protocol.pdf"],
  ]);
  const decision = tasks.find(({ kind }) => kind === "SubmitProtocol")?.decision;
  expect(decision?.documents.toSorted()).toEqual(taken.map(({ id }) => id).toSorted());
  expect(decision?.onBehalf).toMatchObject({ of: "applicant", message: taken[0]?.takenFrom?.message });
});

it("a bounce of the address of its signatory is told to the team, and mended by the right address", async () => {
  for (const kind of ["ReviewProtocol", "AdviseOnProtocol", "ConfirmFinalProtocol"] as const)
    await journey.decide(kind);
  await scene.cloud.settled();
  const told = await scene.mail("led-team@led.example", /kwam niet aan/);
  expect(told.text).toContain("Sofie Hoofd");
  const asked = async () => (await whole()).tasks.find(({ kind }) => kind === "SignForApplicant");
  expect(await asked()).toMatchObject({ status: "open" });
  expect((await asked())?.deadline).toBeUndefined();

  const { dossier } = await whole();
  const { browser, page } = await team(`/dossiers/${dossier.id}/people`);
  expect(page.text).toContain("Mails aan Sofie Hoofd komen niet aan");
  const changing = await browser.open(`${page.url}/signatory`);
  const right = "sofie@stad.example";
  await browser.submit(changing.form("person.email"), { change: "correction", "person.email": right });
  await scene.cloud.settled();

  await scene.openByLink(right, "SignForApplicant");
  expect((await asked())?.unreached).toBeUndefined();
  expect(typeof (await asked())?.deadline).toBe("string");
});

it("its mailbox answers by itself, and so does that of the team: each war ends after one message", async () => {
  const led = new MailClient(scene.cloud, { name: "LED-team", address: "led-team@led.example" });
  const total = async () => (await scene.cloud.mailbox()).length;
  const [last] = (await scene.mails(contact.email)).slice(-1);
  const [toTeam] = (await scene.mails("led-team@led.example")).slice(-1);
  const before = await total();

  if (last) await city.answerAway(last);
  if (toTeam) await led.answerAway({ ...toTeam, replyTo: ["led@in.led.example"] });
  await scene.cloud.settled();

  expect(await total()).toBe(before);
  const { notes } = await whole();
  expect(notes.map(({ text }) => text)).toContain("Automatisch antwoord:\nIk ben afwezig tot 7 december.");
});

it("no function failed, no permission was missing, and its program shows one conversation", async () => {
  const { cloud } = scene;
  expect(cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0)).toEqual([]);
  expect(cloud.logs().filter(({ text }) => text.includes("AccessDenied"))).toEqual([]);
  expect(cloud.messages()).toEqual([]);
  const threads = (await scene.mails(contact.email)).map(({ raw }) => /^References: (\S+)/m.exec(raw)?.[1]);
  expect([...new Set(threads)]).toHaveLength(1);
});
