import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskKind } from "../../functions/domain/process.ts";
import { STATES, type StateName } from "../../statemachine/contract.ts";
import { Record } from "../journey/record.ts";
import { dpiaRequired, planningFrom } from "../journey/answers.ts";
import type { Page } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
/** Maximum number of state transitions of an execution between two human tasks. */
const MOST_TRANSITIONS = 30;
/** Nobody types it again: the form has the earlier answer. */
const AS_PREFILLED = undefined;
const isHuman = (state: string) => STATES[state as StateName]?.kind === "human";

/** The words with which somebody sent it back, and the page that shows them to the next party. */
type SentBack = { loop: string; words: string; page: Page };

let scene: Scene;
let record: Record;
let journey: Journey;
const sentBack: SentBack[] = [];

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await walkIntake();
  await walkDpia();
  await walkProtocol();
  await scene.cloud.advance(30 * DAY);
  await journey.decide("ConnectMagda");
  await scene.mail(journey.people.contact.email, /raadplegen/);
  await scene.cloud.settled();
});
afterAll(() => scene.cloud.stop());

async function walkIntake(): Promise<void> {
  await journey.decide("SubmitIntake", { fields: { purpose: "Nagaan wie een lasdiploma heeft." } });
  await twice("AssessIntake", "more-information", "questions", "SubmitIntake", async () => {
    await journey.decide("SubmitIntake", { fields: { purpose: AS_PREFILLED } });
  });
  await journey.decide("AssessIntake");
  await askOtherDates(30);
  await journey.decide("ProposePlanning", { fields: { planning: planningFrom(journey.now, 35) } });
  await askOtherDates(60);
  await sendBack("ProposePlanning", "keep", "reason", "AgreePlanning", 1);
  await journey.decide("AgreePlanning");
}

async function walkDpia(): Promise<void> {
  await journey.decide("PreAssessDpia", dpiaRequired(journey.now));
  await carryOutDpia();
  await twice("ReviewDpia", "changes-needed", "remarks", "CarryOutDpia", carryOutDpia);
  await journey.decide("ReviewDpia");
}

async function walkProtocol(): Promise<void> {
  await journey.decide("SubmitProtocol", { fields: { sanctions: "Twee maanden geen toegang." } });
  await twice("ReviewProtocol", "clarification-needed", "questions", "SubmitProtocol", submitProtocolAgain);
  await journey.decide("ReviewProtocol");
  await twice("AdviseOnProtocol", "changes-needed", "remarks", "SubmitProtocol", async () => {
    await submitProtocolAgain();
    await journey.decide("ReviewProtocol");
  });
  await journey.decide("AdviseOnProtocol");
  await twice("RecordPriorConsultation", "changes-needed", "remarks", "CarryOutDpia", async () => {
    await carryOutDpia();
    await journey.decide("ReviewDpia");
    await submitProtocolAgain();
    await readAgain();
  });
  await journey.decide("RecordPriorConsultation");
  await twice("SignForApplicant", "not-signed", "reason", "ReviewProtocol", readAgain);
  await journey.decide("SignForApplicant");
  await twice("SignForAuthority", "refused", "reason", "ReviewProtocol", async () => {
    await readAgain();
    await journey.decide("SignForApplicant");
  });
  await journey.decide("SignForAuthority");
}

const carryOutDpia = async () => {
  await journey.decide("CarryOutDpia", { fields: { residualRisk: "high" } });
};
const submitProtocolAgain = async () => {
  await journey.decide("SubmitProtocol", { fields: { sanctions: AS_PREFILLED } });
};
const readAgain = async () => {
  await journey.decide("ReviewProtocol");
  await journey.decide("AdviseOnProtocol");
};

/** Runs a loop twice: sends back, and does what is asked. */
async function twice(
  kind: TaskKind,
  outcome: string,
  field: string,
  to: TaskKind,
  again: () => Promise<void>,
): Promise<void> {
  for (const time of [1, 2]) {
    await sendBack(kind, outcome, field, to, time);
    await again();
  }
}

async function sendBack(kind: TaskKind, outcome: string, field: string, to: TaskKind, time: number) {
  const words = `Kan dit anders, vraagt ${kind} voor de ${time}e keer?`;
  const also = outcome === "clarification-needed" ? { affectsAdvice: time === 1 } : {};
  await journey.decide(kind, { outcome, fields: { [field]: words, ...also } });
  const { page } = await journey.open(to);
  sentBack.push({ loop: `${kind} ${outcome} ${time}`, words, page });
}

async function askOtherDates(delay: number): Promise<void> {
  const planning = planningFrom(journey.now, delay);
  const remarks = `Onze raad komt pas na ${delay} dagen samen.`;
  await journey.decide("AgreePlanning", { outcome: "other-dates", fields: { planning, remarks } });
  const { page } = await journey.open("ProposePlanning");
  sentBack.push({ loop: `AgreePlanning other-dates ${delay}`, words: remarks, page });
}

describe("every loop, run twice on one dossier", () => {
  it("ends in use, in one execution that succeeds", async () => {
    const { status } = await record.dossier(journey.reference);
    const executions = await scene.cloud.executions();

    expect(status).toBe("IN_USE");
    expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  });

  it("counts a round for each", async () => {
    const { rounds, pass } = await record.dossier(journey.reference);
    const numbers = Object.entries(rounds).map(([stage, round]) => [stage, round.number]);

    expect(pass).toBe(1);
    expect(Object.fromEntries(numbers)).toEqual({ INTAKE: 5, DPIA: 5, PROTOCOL: 11 });
  });

  it("shows the next party what was asked, each time", () => {
    const untold = sentBack.filter(({ words, page }) => !page.text.includes(words));

    expect(sentBack).toHaveLength(17);
    expect(untold.map(({ loop, page }) => `${loop}: ${page.text.slice(0, 300)}`)).toEqual([]);
  });

  it("keeps earlier answers, in the form and in the dossier", async () => {
    const { intake } = await record.dossier(journey.reference);
    const ofIntake = sentBack.find(({ loop }) => loop.startsWith("AssessIntake"))?.page;
    const ofProtocol = sentBack.find(({ loop }) => loop.startsWith("AdviseOnProtocol"))?.page;

    expect(ofIntake?.form("outcome", "submitted").filledIn({})).toContainEqual([
      "purpose",
      "Nagaan wie een lasdiploma heeft.",
    ]);
    expect(ofProtocol?.form("outcome", "submitted").filledIn({})).toContainEqual([
      "sanctions",
      "Twee maanden geen toegang.",
    ]);
    expect(intake?.purpose).toBe("Nagaan wie een lasdiploma heeft.");
  });

  it("never makes more than 30 transitions without a human task", async () => {
    const history = await scene.cloud.history(await record.executionArn(journey.reference));
    const entered = history.flatMap(({ stateEnteredEventDetails: details }) => nameIn(details));
    const runs = entered.reduce<number[]>(
      (counts, state) =>
        isHuman(state) ? [...counts, 0] : [...counts.slice(0, -1), (counts.at(-1) ?? 0) + 1],
      [0],
    );

    const asked = (await record.whole(journey.reference)).tasks.filter(({ kind }) => isHuman(kind));
    expect(entered.filter(isHuman)).toHaveLength(asked.length);
    expect(Math.max(...runs)).toBeLessThanOrEqual(MOST_TRANSITIONS);
  });

  it("fails in no function, and leaves no message in a queue", () => {
    const { cloud } = scene;
    const failed = cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0);

    expect(failed).toEqual([]);
    expect(cloud.messages()).toEqual([]);
  });
});

function nameIn(details: unknown): string[] {
  const name: unknown = typeof details === "object" && details !== null && Reflect.get(details, "name");
  return typeof name === "string" ? [name] : [];
}
