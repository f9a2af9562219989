import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Record } from "../journey/record.ts";
import { dayAfter } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
const YEAR = 365;
let scene: Scene;
let record: Record;
let journey: Journey;

// One organisation, from its first day of use to its last: each test continues where the previous one ended.
beforeAll(async () => {
  scene = await openScene({ coalesce: 7 * DAY });
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.walkTo("ConnectMagda");
  await journey.decide("ConnectMagda");
  await inUse();
});
afterAll(() => scene.cloud.stop());

const days = (count: number) => scene.cloud.advance(count * DAY);
const today = () => dayAfter(journey.now, 0);
const dossier = () => record.dossier(journey.reference);
const accesses = async () => (await record.whole(journey.reference)).accesses;
const untilStatus = (status: string) =>
  vi.waitFor(async () => expect((await dossier()).status).toBe(status), { timeout: 20_000, interval: 100 });
/** In use, after everything that follows the end of a request (END-04). */
const inUse = async () => {
  await untilStatus("IN_USE");
  await vi.waitFor(async () => expect((await dossier()).clocks).not.toHaveProperty("closed"), {
    timeout: 20_000,
    interval: 100,
  });
};
/** The request under way is given up, and everything that follows is done. */
const givenUp = () =>
  vi.waitFor(
    async () => {
      const { request, clocks } = await dossier();
      expect([request?.closing, clocks["closed"]]).toEqual([undefined, undefined]);
    },
    { timeout: 20_000, interval: 100 },
  );
const byTeam = async (path: string, values: Parameters<typeof asFormValues>[0]) => {
  const tine = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(tine, `${await record.adminAddress(journey.reference)}/${path}`);
  return tine.submit(page.form("reason"), asFormValues(values));
};
const byApplicant = async (path: string, values: Parameters<typeof asFormValues>[0]) => {
  const browser = new Browser();
  const page = await browser.open(`${await journey.statusLink()}/${path}`);
  return browser.submit(page.form("reason"), asFormValues(values));
};

describe("an access", () => {
  it("has its own record from the first day of use", async () => {
    const [access] = await accesses();

    expect(access).toMatchObject({ pass: 1, status: "in-force", channels: ["web-service"] });
    expect((await new Browser().open(await journey.statusLink())).text).toContain("Je toegang");
  });

  it("stays unchanged when the request for another is given up", async () => {
    const before = await accesses();
    const opened = await byTeam("amendment", { stage: "INTAKE", reason: "Ander doel" });
    expect(opened.status).toBe(200);
    await journey.decide("SubmitIntake", { fields: { purpose: "Iets helemaal anders." } });
    await byApplicant("intrekken", { reason: "Toch niet." });
    await inUse();

    expect(await accesses()).toEqual(before);
    expect((await dossier()).intake?.purpose).toBe(before[0]?.purpose);
    expect((await dossier()).pass).toBe(2);
  });

  it("is replaced once the new protocol is signed, without connecting again", async () => {
    const opened = await byTeam("amendment", { stage: "PROTOCOL", reason: "Andere bewaartermijn" });
    expect(opened.status).toBe(200);
    await journey.walkTo("SignForAuthority", "SubmitProtocol");
    await journey.open("SignForAuthority");
    expect((await accesses()).map(({ status }) => status)).toEqual(["in-force"]);
    await journey.decide("SignForAuthority");
    await inUse();

    const [first, second] = await accesses();
    expect(first).toMatchObject({ status: "replaced", replacedBy: 3, replacedFrom: second?.start });
    expect(second).toMatchObject({ pass: 3, status: "in-force", channels: ["web-service"] });
  });

  it("is checked once a year, in one click", async () => {
    await days(YEAR + 7);
    await journey.decide("ConfirmYearly");
    await scene.cloud.settled();

    expect(await record.task(journey.reference, "ConfirmYearly-3-1")).toMatchObject({ status: "decided" });
    expect((await dossier()).status).toBe("IN_USE");
  });
});

describe("the end of a use", () => {
  it("requested by the applicant is reversed within 30 days", async () => {
    const stopped = await byApplicant("stoppen", { reason: "stopped", explanation: "We stoppen ermee." });
    expect(stopped.status).toBe(200);
    await journey.decide("ConfirmEndOfUse");
    await journey.open("ReversalPeriod");
    expect((await accesses()).at(-1)).toMatchObject({ status: "ended", endedOn: today() });

    await days(20);
    await journey.decide("ReversalPeriod");
    await inUse();

    const restored = (await accesses()).at(-1);
    expect(restored).toMatchObject({ status: "in-force" });
    const told = restored?.changes.map(({ what, by }) => [what, by.role]);
    expect(told).toEqual([
      ["granted", "leading-official"],
      ["ended", "led-team"],
      ["restored", "led-team"],
    ]);
    await scene.mail(journey.people.contact.email, "is hersteld");
  });

  it("for a breach does not wait for a request under way", async () => {
    await byTeam("amendment", { stage: "DPIA", reason: "Andere bewaartermijn" });
    await journey.open("PreAssessDpia");
    const ended = await byTeam("end-of-use", { reason: "breach", explanation: "Er is geen logboek." });
    expect(ended.status).toBe(200);
    await givenUp();
    await scene.cloud.advance(DAY);
    await journey.decide("ConfirmEndOfUse");
    expect(await dossier()).toMatchObject({ status: "ENDING", use: { ending: { reason: "breach" } } });
    await journey.decide("ReversalPeriod");
    await inUse();

    expect((await accesses()).map(({ status }) => status)).toEqual(["replaced", "in-force"]);
    await scene.mail(journey.people.contact.email, "lopende aanvraag stopt");
  });

  it("of a term is announced six months before, and a renewal counts from the old end", async () => {
    const end = (await accesses()).at(-1)?.end ?? "";
    await days((Date.parse(end) - journey.now) / DAY - 175);
    await scene.mail(journey.people.signatory.email, "loopt af");
    await journey.decide("DecideRenewal");

    const { page } = await journey.open("SubmitProtocol");
    const start = dayAfter(Date.parse(end), 1);
    const field = page.root.querySelector("[name='term.start']");
    expect(field?.getAttribute("value")).toBe(start);
    const term = { start, end: dayAfter(Date.parse(start), YEAR) };
    await journey.decide("SubmitProtocol", { fields: { term } });
    await journey.walkTo("ConnectMagda", "ReviewProtocol");
    await inUse();

    const [, former, next] = await accesses();
    expect(former).toMatchObject({ status: "replaced", replacedFrom: start });
    expect(next).toMatchObject({ pass: 5, status: "in-force", start });
  });

  it("without an answer does not stop the use: the team decides, and the dossier closes after 30 days", async () => {
    const end = (await accesses()).at(-1)?.end ?? "";
    const notices = async () =>
      (await scene.mails(journey.people.dpo.email, "loopt af")).filter(
        ({ subject }) => !subject.includes("Herinnering"),
      ).length;
    const before = await notices();
    await days((Date.parse(end) - journey.now) / DAY + 8);
    await journey.open("ConfirmEndOfUse");
    expect((await accesses()).at(-1)?.status).toBe("in-force");
    expect((await notices()) - before).toBe(3);

    await journey.decide("ConfirmEndOfUse");
    await journey.open("ReversalPeriod");
    await days(31);
    await untilStatus("CLOSED");

    expect((await dossier()).closed?.outcome).toBe("ended");
    expect((await accesses()).map(({ status }) => status)).toEqual(["replaced", "replaced", "ended"]);
    await scene.mail(journey.people.contact.email, "beëindigd");
  });
});
