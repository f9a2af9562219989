import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { createTransport } from "nodemailer";
import type { OrganisationType } from "../../functions/domain/organisation-kinds.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import type { AdminApi } from "../../infra/ops/admin-api.ts";
import type { Cloud } from "../../local/cloud.ts";
import { dayAfter } from "../journey/answers.ts";
import { asFormValues } from "../journey/flatten.ts";
import type { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import { type DecisionOfPerson, mustBe } from "../journey/scene.ts";

export type Step = readonly [TaskKind, Partial<DecisionOfPerson>?];
/** The team acts as `tine` or `tom`; `path` is that of the dossier in the API. */
export type Hands = { journey: Journey; tine: AdminApi; tom: AdminApi; cloud: Cloud; path: string };
/** `steps`: the tasks that were decided; the next waits. `then`: what else happened to the dossier. */
export type Story = {
  name: string;
  type?: OrganisationType;
  kind?: string;
  steps?: readonly Step[];
  then?: (hands: Hands) => Promise<unknown>;
};

const INTAKE: readonly Step[] = [["SubmitIntake"]];
const PLANNED: readonly Step[] = [...INTAKE, ["AssessIntake"]];
const AGREED: readonly Step[] = [...PLANNED, ["AgreePlanning"]];
const ASSESSED: readonly Step[] = [...AGREED, ["PreAssessDpia"]];
const SUBMITTED: readonly Step[] = [...ASSESSED, ["SubmitProtocol"]];
const APPROVED: readonly Step[] = [...SUBMITTED, ["ReviewProtocol"]];
const ADVISED: readonly Step[] = [...APPROVED, ["AdviseOnProtocol"]];
const SIGNED: readonly Step[] = [...ADVISED, ["SignForApplicant"], ["SignForAuthority"]];

const act =
  (what: string, body: object) =>
  ({ tine, path }: Hands) =>
    tine.post(`${path}/${what}`, body);

/** A colleague took the task that waits, and handles the dossier from then on. */
const taken =
  (by: "tine" | "tom", task: TaskKind) =>
  async ({ path, ...hands }: Hands) => {
    await hands[by].post(`${path}/tasks/${task}-1-1/claim`, {});
    await hands[by].post(`${path}/notes`, { text: "Gebeld: ze verwachten ons antwoord deze week." });
  };

/** A mail to the LED that names no dossier. */
const mailOfNoDossier = async ({ cloud }: Hands) => {
  const client = createTransport({ host: "127.0.0.1", port: cloud.smtpPort, ignoreTLS: true });
  const [rule] = cloud.receiptRules;
  await client.sendMail({
    from: "Wout Verzonnen <wout@gemeente-nergenshuizen.example>",
    to: `led@${rule?.recipients[0] ?? ""}`,
    subject: "Vraag over de LED",
    text: "Dag, wij willen diploma's nakijken. Hoe beginnen we daaraan?",
  });
  client.close();
};

/** The team asks something more in the intake: a second round. */
const MORE: Step = [
  "AssessIntake",
  { outcome: "more-information", fields: { questions: "Welke diensten raadplegen de LED, en hoe vaak?" } },
];

/** Puts the execution to a stop, as a fault would. */
const stop = async ({ cloud, journey }: Hands) => {
  const executionArn = await new Record(cloud).executionArn(journey.reference);
  await new SFNClient(cloud.operator).send(new StopExecutionCommand({ executionArn }));
};

/** A question of the applicant on the page of its dossier, which nobody answered. */
const ask = async ({ journey }: Hands) => {
  const browser = journey.scene.newBrowser();
  const status = await journey.statusLink();
  const form = (await browser.open(`${status}/bericht`)).form("reason");
  const values = { reason: "Onze DPO is tot volgende maand afwezig. Mag het intussen door iemand anders?" };
  mustBe(await browser.submit(form, asFormValues(values)), 200);
};

/** In order of time, with the days that pass after each group. All names are invented. */
export const GROUPS: readonly { stories: readonly Story[]; days: number }[] = [
  {
    days: 60,
    stories: [
      { name: "Gemeente Voorbeeldegem", steps: [...SIGNED, ["ConnectMagda"]] },
      { name: "Stad Denkbeeldrode", steps: [...SIGNED, ["ConnectMagda"]] },
      { name: "Provinciale Dienst Fantasia", type: "flemish-body", steps: SIGNED },
      {
        name: "OCMW Verzonnen-Leie",
        type: "ocmw",
        steps: [...SIGNED, ["ConnectMagda"]],
        then: act("end-of-use", { reason: "purpose", explanation: "De premie bestaat niet meer." }),
      },
    ],
  },
  {
    days: 45,
    stories: [
      { name: "Gemeente Nergenshuizen", then: act("withdrawal", { reason: "Dubbel aangevraagd." }) },
      {
        name: "Ziekenhuis Sint-Niemand",
        type: "hospital",
        steps: [
          ...INTAKE,
          ["AssessIntake", { outcome: "unsuitable", fields: { reason: "Er is geen rechtsgrond." } }],
        ],
      },
      { name: "Gemeente Laatveld", steps: [] },
      { name: "Hulpverleningszone Traagbeek", type: "fire-or-police-zone", steps: INTAKE },
      { name: "Gemeente Wachtegem", steps: PLANNED },
      { name: "Woonmaatschappij Overtijd", type: "social-housing-company", steps: AGREED },
      { name: "Gemeente Termijnrode", steps: ASSESSED },
      {
        name: "OCMW Pauzegem",
        type: "ocmw",
        steps: INTAKE,
        then: async (hands) =>
          act("hold", { until: dayAfter(hands.cloud.clock.now(), 90), reason: "De gemeente fuseert." })(
            hands,
          ),
      },
    ],
  },
  {
    days: 20,
    stories: [
      { name: "Gemeente Stilstand", steps: INTAKE, then: stop },
      { name: "Gemeente Tweede-Ronde", steps: [...INTAKE, MORE] },
      { name: "Intergemeentelijk Verband Ronde", steps: [...INTAKE, MORE, ["SubmitIntake"]] },
      { name: "Gemeente Vraagbeek", steps: [], then: ask },
      { name: "Stad Risicodam", steps: [...AGREED, ["PreAssessDpia", { outcome: "required" }]] },
      {
        name: "Ziekenhuis De Proef",
        type: "hospital",
        steps: [...AGREED, ["PreAssessDpia", { outcome: "required" }], ["CarryOutDpia"]],
      },
      { name: "Gemeente Papierlo", steps: ASSESSED },
      { name: "Gemeente Nazichtem", steps: SUBMITTED, then: taken("tom", "ReviewProtocol") },
      { name: "OCMW Adviesdorp", type: "ocmw", steps: APPROVED },
      { name: "Stad Tekenrijk", steps: ADVISED },
      { name: "Gemeente Tweehand", steps: [...ADVISED, ["SignForApplicant"]] },
      { name: "Gemeente Kabeldonk", steps: SIGNED },
    ],
  },
  {
    days: 1,
    stories: [
      { name: "Gemeente Vragerzele", kind: "enquiry" },
      { name: "Stad Weetgraag", kind: "enquiry" },
      { name: "Gemeente Nieuwrode-aan-Zee", steps: [], then: mailOfNoDossier },
      { name: "OCMW Beginnersdal", type: "ocmw", steps: [] },
      { name: "Gemeente Versgem", steps: INTAKE, then: taken("tom", "AssessIntake") },
      { name: "Woonmaatschappij Dakrand", type: "social-housing-company", steps: INTAKE },
      { name: "Gemeente Planbos", steps: PLANNED },
      { name: "Politiezone Sterrenveld", type: "fire-or-police-zone", steps: AGREED },
      { name: "Gemeente Onderzoekel", steps: AGREED, then: taken("tine", "PreAssessDpia") },
      { name: "Vlaams Bureau Fabel", type: "flemish-body", steps: ASSESSED },
      { name: "Gemeente Schrijfdam", steps: ASSESSED },
      { name: "Ziekenhuis Goedgezind", type: "hospital", steps: SUBMITTED },
      { name: "Stad Handtekenare", steps: ADVISED },
      { name: "Gemeente Sluitrijk", then: act("withdrawal", { reason: "We beginnen later opnieuw." }) },
    ],
  },
];
