import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import type { OrganisationType } from "../../functions/domain/organisation.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { type AdminApi, openAdminApi } from "../../infra/ops/admin-api.ts";
import type { Cloud } from "../../local/cloud.ts";
import { contactAnswers, dayAfter, dpiaRequired, peopleOf } from "../journey/answers.ts";
import { asFormValues } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import { type DecisionOfPerson, mustBe, Scene } from "../journey/scene.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

type Step = readonly [TaskKind, Partial<DecisionOfPerson>?];
type Hands = { journey: Journey; team: AdminApi; cloud: Cloud; path: string };
/** `steps`: the tasks that were decided; the next waits. `then`: what else happened to the dossier. */
type Story = {
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
  ({ team, path }: Hands) =>
    team.post(`${path}/${what}`, body);

/** The team asks something more in the intake: a second round. */
const MORE: Step = [
  "AssessIntake",
  { outcome: "more-information", fields: { questions: "Welke diensten raadplegen de LED, en hoe vaak?" } },
];
const ENDS_SOON = (now: number) => ({ term: { start: dayAfter(now, 1), end: dayAfter(now, 220) } });

/** Puts the execution to a stop, as a fault would. */
const stop = async ({ cloud, journey }: Hands) => {
  const executionArn = await new Record(cloud).executionArn(journey.reference);
  await new SFNClient(cloud.operator).send(new StopExecutionCommand({ executionArn }));
};

/** A question of the applicant on the page of its dossier, which nobody answered. */
const ask = async ({ journey }: Hands) => {
  const browser = journey.scene.newBrowser();
  const status = await journey.statusLink();
  const form = (await browser.open(`${status}/bericht`)).form("text");
  const values = { text: "Onze DPO is tot volgende maand afwezig. Mag het intussen door iemand anders?" };
  mustBe(await browser.submit(form, asFormValues(values)), 200);
};

/** In order of time, with the days that pass after each group. All names are invented. */
const GROUPS: readonly { stories: readonly Story[]; days: number }[] = [
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
      { name: "Gemeente Nazichtem", steps: SUBMITTED },
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
      { name: "Gemeente Nieuwrode-aan-Zee", steps: [] },
      { name: "OCMW Beginnersdal", type: "ocmw", steps: [] },
      { name: "Gemeente Versgem", steps: INTAKE },
      { name: "Woonmaatschappij Dakloos", type: "social-housing-company", steps: INTAKE },
      { name: "Gemeente Planbos", steps: PLANNED },
      { name: "Politiezone Sterrenveld", type: "fire-or-police-zone", steps: AGREED },
      { name: "Gemeente Onderzoekel", steps: AGREED },
      { name: "Vlaams Bureau Fabel", type: "flemish-body", steps: ASSESSED },
      { name: "Gemeente Schrijfdam", steps: ASSESSED },
      { name: "Ziekenhuis Goedgezind", type: "hospital", steps: SUBMITTED },
      { name: "Stad Handtekenare", steps: ADVISED },
      { name: "Gemeente Sluitrijk", then: act("withdrawal", { reason: "We beginnen later opnieuw." }) },
    ],
  },
];

/** Enterprise numbers with valid check digits from 0999.900.0xx on, which the register has not given out. */
const numberOf = (place: number): string => {
  const first = 9_999_000 + place;
  return `0${first}${String(97 - (first % 97)).padStart(2, "0")}`;
};

/**
 * Fills a local cloud with 40 dossiers in every stage and trouble, by the acts of the product: people open links, sign in and
 * fill in forms, and months pass on the clock of the cloud.
 */
export async function seed(cloud: Cloud, tell: (line: string) => void): Promise<void> {
  const scene = new Scene(cloud);
  const tokenOf = async () => (await cloud.signIn("tine-team")).accessToken;
  const team = openAdminApi(cloud.adminUrl.replace(/\/admin$/, ""), tokenOf);
  let place = 0;
  for (const { stories, days } of GROUPS) {
    for (const story of stories) {
      place += 1;
      tell(`${String(place).padStart(2)}  ${story.name}`);
      await play({ scene, cloud, team, place }, story);
    }
    if (days === 1) await bounced(team);
    // A visitor sends some contact forms an hour.
    await cloud.advance(days * DAY + HOUR);
  }
}

type World = { scene: Scene; cloud: Cloud; team: AdminApi; place: number };

async function play({ scene, cloud, team, place }: World, story: Story): Promise<void> {
  const domain = story.name
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .concat(".example");
  const journey = new Journey(scene, peopleOf(domain));
  await journey.makeContact({
    ...{ organisationName: story.name, organisationType: story.type ?? "local-authority" },
    ...{ enterpriseNumber: numberOf(place), kind: story.kind ?? "onboarding" },
  });
  for (const [kind, differences] of story.steps ?? []) await decide(journey, kind, differences);
  await cloud.settled();
  if (!story.then) return;
  const { id } = await new Record(cloud).dossier(journey.reference);
  await story.then({ journey, team, cloud, path: `/dossiers/${id}` });
  await cloud.settled();
}

async function decide(journey: Journey, kind: TaskKind, differences?: Partial<DecisionOfPerson>) {
  if (kind === "PreAssessDpia" && differences?.outcome === "required")
    return journey.decide(kind, dpiaRequired(journey.now));
  if (kind === "SubmitProtocol" && journey.people.contact.email.includes("denkbeeldrode"))
    return journey.decide(kind, { fields: ENDS_SOON(journey.now) });
  if (kind === "SubmitIntake" && journey.people.contact.email.includes("tweehand"))
    return journey.decide(kind, { fields: { secondSignatory: { ...journey.people.secondSignatory } } });
  return journey.decide(kind, differences);
}

/** Dossiers that the team opened: the mails of one do not arrive. */
async function bounced(team: AdminApi): Promise<void> {
  for (const [name, contactEmail, place] of [
    ["Gemeente Onbestelbaar", "bounce+an@simulator.amazonses.com", 90],
    ["Gemeente Telefonica", "an@gemeente-telefonica.example", 91],
  ] as const) {
    const form = { ...contactAnswers({ organisationName: name, enterpriseNumber: numberOf(place) }) };
    await team.post("/dossiers", { ...form, contactEmail });
  }
}
