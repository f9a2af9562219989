import { textOf } from "../builders/paragraphs.ts";
import { describe, expect, it } from "vitest";
import { judgeDecision } from "../../functions/domain/decide.ts";
import { connectMagda } from "../../functions/magda/connect-magda.ts";
import type { MailRequest } from "../../functions/mail/send-mail.ts";
import { createAnnounceTask } from "../../functions/tasks/announce-task.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { anIntake } from "../builders/intake.ts";

const intake = anIntake({ connectionDate: "2026-11-20" });
const dossier = aDossier({ stage: "MAGDA", intake, openedAt: "2026-06-01T09:00:00.000Z" });
const task = aTask({ kind: "ConnectMagda", stage: "MAGDA" });
const CONNECTED = {
  channel: "web-service",
  exploratoryTalkDate: "2026-09-01",
  reference: "TAN-2026-123",
  testDate: "2026-11-10",
  productionDate: "2026-11-23",
};

const judge = (fields: Record<string, unknown>, outcome = "connected") =>
  judgeDecision(
    connectMagda,
    { task, dossier, documents: [] },
    { outcome, fields, documents: [], by: aDecision().by },
    NOW,
    (kind) => kind,
  );
const reasonsOf = (differences: Record<string, unknown>) => {
  const judged = judge({ ...CONNECTED, ...differences });
  return judged.accepted ? [] : judged.reasons.map(({ rule, field }) => [rule, field]);
};

describe("ConnectMagda", () => {
  it("a reported connection becomes part of the dossier", () => {
    const judged = judge(CONNECTED);

    if (!judged.accepted) throw new Error("refused");
    expect(connectMagda.records(dossier, judged.decision)).toEqual({
      connection: { channels: [{ ...CONNECTED, reportedBy: judged.decision.by.name, at: NOW }] },
    });
  });

  it("a connection without test or talk is accepted", () => {
    expect(reasonsOf({ testDate: undefined, exploratoryTalkDate: undefined })).toEqual([]);
  });

  it.each([
    ["a channel that was not agreed", { channel: "web-application" }, ["MAGDA-01", "channel"]],
    ["a web service without its reference", { reference: undefined }, ["MAGDA-04", "reference"]],
    ["production before the test", { productionDate: "2026-11-09" }, ["MAGDA-02", "productionDate"]],
    ["production in the future", { productionDate: "2026-11-24" }, ["MAGDA-02", "productionDate"]],
    ["a test before the talk", { testDate: "2026-08-31" }, ["MAGDA-02", "testDate"]],
    [
      "production before the talk, without a test",
      { testDate: undefined, productionDate: "2026-08-31" },
      ["MAGDA-02", "productionDate"],
    ],
  ])("%s is refused", (_name, differences, expected) => {
    expect(reasonsOf(differences)).toEqual([expected]);
  });

  it("stopping requires a reason, and establishes nothing", () => {
    expect(judge({}, "stopped").accepted).toBe(false);
    const judged = judge({ reason: "Geen budget" }, "stopped");

    if (!judged.accepted) throw new Error("refused");
    expect(connectMagda.records(dossier, judged.decision)).toEqual({});
  });

  it("the mail has the link, and the fee only for the web application", async () => {
    const sent: MailRequest[] = [];
    const site = {
      publicUrl: "https://led.example",
      names: NAMES,
      mailboxes: { ledTeam: "a@b.example", ledDpo: "a@b.example", leadingOfficial: "a@b.example" },
    };
    const announce = createAnnounceTask({
      ...{ tasks: { find: async () => undefined, reschedule: async () => undefined }, definitions: TASKS },
      site,
      now: () => new Date(NOW),
      sendMail: async (request) => void sent.push(request),
    });

    await announce(connectMagda, task, dossier);
    await announce(connectMagda, task, { ...dossier, intake: { ...intake, channels: ["web-application"] } });

    const [forService, forApplication] = sent.map(({ paragraphs }) => textOf(paragraphs));
    expect(forService).toContain(NAMES.links.connection);
    expect(forService).not.toContain("1.000 euro");
    expect(forApplication).toContain("1.000 euro");
  });
});
