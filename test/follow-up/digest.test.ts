import { describe, expect, it } from "vitest";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { assessIntake } from "../../functions/intake/assess-intake.ts";
import { adviseOnProtocol } from "../../functions/protocol/advise-on-protocol.ts";
import type { DossierOf } from "../../functions/domain/dossier.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import type { Stage } from "../../functions/domain/process.ts";
import { isDigestTime, nextDigest } from "../../functions/follow-up/digest-time.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { aDossier } from "../builders/dossier.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

describe("the time of the digest", () => {
  it("is half past seven of the next working morning, in Brussels", () => {
    expect(nextDigest("2026-11-23T05:00:00.000Z")).toBe("2026-11-23T06:30:00.000Z");
    expect(nextDigest("2026-11-23T06:30:00.000Z")).toBe("2026-11-24T06:30:00.000Z");
    // A Friday in summer, and the day before Christmas: the civil service is off until the new year.
    expect(nextDigest("2026-07-10T09:00:00.000Z")).toBe("2026-07-13T05:30:00.000Z");
    expect(nextDigest("2026-12-24T09:00:00.000Z")).toBe("2027-01-04T06:30:00.000Z");
  });

  it("is any later moment of a working day too, after a missed one, and never in a weekend", () => {
    const due = "2026-11-20T06:30:00.000Z";

    expect(isDigestTime(due, "2026-11-20T06:29:00.000Z")).toBe(false);
    expect(isDigestTime(due, "2026-11-20T15:00:00.000Z")).toBe(true);
    expect(isDigestTime(due, "2026-11-21T09:00:00.000Z")).toBe(false);
    expect(isDigestTime(due, "2026-11-23T06:00:00.000Z")).toBe(false);
    expect(isDigestTime(due, "2026-11-23T06:30:00.000Z")).toBe(true);
  });
});

describe("the digest", () => {
  const test = backendForEachTest();
  let number = 0;

  const failures: string[] = [];
  const sweep = () =>
    createFollowUp(test.acts, (due, error) => failures.push(`${due.dossierId} ${String(error)}`))(() => true);
  const create = (differences: Partial<DossierOf<"ONBOARDING">> = {}) => {
    number += 1;
    const id = `01HD${String(number).padStart(22, "0")}`;
    const reference = `LED-2026-${String(number).padStart(5, "0")}`;
    return test.backend.dossiers.create(aDossier({ id, reference, ...differences }));
  };
  const digests = () => test.mailer.sent.filter(({ tags }) => tags["template"] === "digest");
  const at = (time: string) => {
    test.time.now = time;
  };

  it("lists late, new and open tasks in the morning, once, and is kept", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    const late = await create({ organisation: { name: "Stad Laat", type: "local-authority" } });
    await test.acts.openTask(assessIntake, late, {});
    at("2026-11-18T06:35:00.000Z");
    await sweep();
    at("2026-11-18T09:00:00.000Z");
    const fresh = await create({ organisation: { name: "Stad Nieuw", type: "local-authority" } });
    await test.acts.openTask(assessIntake, fresh, {});
    await test.acts.openTask(submitIntake, fresh, {});
    at("2026-11-19T06:35:00.000Z");

    await sweep();
    await sweep();

    expect(digests()).toHaveLength(2);
    const [, digest] = digests();
    expect(digest?.to).toEqual([{ email: "led@team.example" }]);
    expect(digest?.subject).toBe("Vandaag: 2 taken open, 1 te laat");
    expect(digest?.text).toMatch(/Te laat \(1\)\n> - LED-2026-\d+ Stad Laat: .*1 werkdag te laat/);
    expect(digest?.text).toMatch(/Nieuw \(1\)\n> - LED-2026-\d+ Stad Nieuw: .*ten laatste 25 november 2026/);
    expect(digest?.text).toContain("Bij de afnemers: 1 taak open, 0 te laat");
    expect([...test.archive.kept.keys()]).toContain("kept-30-days/DIGEST/digest/2026-11-19/led-team");
    expect(failures).toEqual([]);
  });

  it("is sent once after a week without a sweep, on the first working day", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    await test.acts.openTask(assessIntake, await create(), {});
    at("2026-11-21T09:00:00.000Z");
    await sweep();
    expect(digests()).toEqual([]);
    at("2026-11-23T06:30:00.000Z");

    await sweep();

    expect(digests()).toHaveLength(1);
    expect(digests()[0]?.text).toContain("Te laat (1)");
  });

  it("is not sent when it is empty, and other mailboxes get their own tasks only", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    at("2026-11-11T09:00:00.000Z");
    await sweep();
    at("2026-11-12T09:00:00.000Z");
    await sweep();
    const dossier = await create({ stage: "PROTOCOL" });
    await test.acts.tasks.open(
      { ...(await taskOf(dossier)), kind: "AdviseOnProtocol", audience: "led-dpo" },
      dossier,
    );
    at("2026-11-13T09:00:00.000Z");

    await sweep();

    expect(digests().map(({ to }) => to[0]?.email)).toEqual(["dpo@team.example"]);
    expect(digests()[0]?.text).not.toContain("Bij de afnemers");
    expect(digests()[0]?.text).toContain(TASKS.AdviseOnProtocol.texts.nl.title);
  });

  it("leaves out dossiers on hold, and counts them with the parked ones", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    const held = await create();
    await test.acts.openTask(assessIntake, held, {});
    await test.acts.openTask(submitIntake, held, {});
    const { holdDossier } = test.acts;
    await holdDossier(held.id, { until: "2027-01-15", reason: "Fusie" }, TEAM);
    const parked = await create();
    await test.acts.park({ dossierId: parked.id, run: 1, error: "FAILED", cause: "" });
    at("2026-11-13T09:00:00.000Z");

    await sweep();

    expect(digests()[0]?.text).toContain("Gepauzeerd: 1 dossier. Gestopt door een fout: 1 dossier.");
    expect(digests()[0]?.text).not.toContain(TASKS.AssessIntake.texts.nl.title);
  });

  it("lists the mails of no dossier, for the LED team only", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    await test.backend.newMails.add(aNewMail({ at: "2026-11-10T10:00:00.000Z" }));
    at("2026-11-19T09:00:00.000Z");

    await sweep();

    expect(digests().map(({ to, subject }) => [to[0]?.email, subject])).toEqual([
      ["led@team.example", "Vandaag: 1 taak open, 1 te laat"],
    ]);
    expect(digests()[0]?.text).toMatch(
      /Te laat \(1\)\n> - An Voorbeeld \(an@voorbeeldegem\.example\): nieuwe mail, Aansluiten, sinds/,
    );
    expect(digests()[0]?.text).toContain("Bij de LED: 1 taak open, 1 te laat.");
  });

  it("reads open tasks, and no closed dossier", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    await test.acts.openTask(assessIntake, await create(), {});
    at("2026-11-13T09:30:00.000Z");
    const listed: string[] = [];
    const { dossiers } = test.acts;
    const watched = {
      ...dossiers,
      listByStage: (stage: Stage) => {
        listed.push(stage);
        return dossiers.listByStage(stage);
      },
    };

    await createFollowUp({ ...test.acts, dossiers: watched }, () => undefined)(() => true);

    expect(digests()).toHaveLength(1);
    expect(listed).toEqual([]);
  });

  it("is sent at the next sweep after a failure", async () => {
    at("2026-11-10T09:00:00.000Z");
    await sweep();
    await test.acts.openTask(assessIntake, await create(), {});
    at("2026-11-12T09:00:00.000Z");
    test.mailer.isDown = true;
    expect(await sweep()).toMatchObject({ failed: 1 });
    test.mailer.isDown = false;

    expect(await sweep()).toMatchObject({ failed: 0 });

    expect(digests()).toHaveLength(1);
  });

  const taskOf = async (dossier: Awaited<ReturnType<typeof create>>) => {
    await test.acts.openTask(submitIntake, dossier, {});
    const task = await test.acts.tasks.find(dossier.id, "SubmitIntake-1-1");
    if (!task) throw new Error("no task");
    return { ...task, stage: adviseOnProtocol.stage };
  };
});
