import type { TaskKind } from "../../functions/domain/process.ts";
import { type AdminApi, openAdminApi } from "../../infra/ops/admin-api.ts";
import type { Cloud } from "../../local/cloud.ts";
import { contactAnswers, dayAfter, dpiaRequired, peopleOf, usualDecision } from "../journey/answers.ts";
import type { Answers } from "../journey/flatten.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import { type DecisionOfPerson, Scene } from "../journey/scene.ts";
import { GROUPS, type Story } from "./seed-stories.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Invented people; each dossier has others. */
const NAMES = [
  ...["An Voorbeeld", "Bram Bedacht", "Cato Verzonnen", "Daan Fictief", "Ella Denkbeeld", "Fons Fabel"],
  ...["Griet Sprook", "Hilde Schijn", "Ilse Droom", "Jef Waan", "Kato Spiegel"],
];
/** What organisations want the LED for. */
const PURPOSES = [
  "Nagaan of wie solliciteert het gevraagde diploma heeft.",
  "Nagaan of wie een opleidingspremie vraagt, het getuigschrift behaalde.",
  "Nagaan of personeel het bewijs heeft dat zijn functie wettelijk vraagt.",
  "Nagaan voor welke loonschaal een ervaringsbewijs telt.",
];
const nth = (list: readonly string[], place: number): string => list[place % list.length] ?? "";

/** Enterprise numbers with valid check digits from 0999.900.0xx on, which the register has not given out. */
const numberOf = (place: number): string => {
  const first = 9_999_000 + place;
  return `0${first}${String(97 - (first % 97)).padStart(2, "0")}`;
};

const domainOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .concat(".example");

function peopleFor(name: string, place: number) {
  const { contact, dpo, signatory, secondSignatory } = peopleOf(domainOf(name));
  return {
    contact: { ...contact, name: nth(NAMES, place) },
    dpo: { ...dpo, name: nth(NAMES, place + 3) },
    signatory: { ...signatory, name: nth(NAMES, place + 6) },
    secondSignatory: { ...secondSignatory, name: nth(NAMES, place + 9) },
  };
}

type World = { scene: Scene; cloud: Cloud; tine: AdminApi; tom: AdminApi };

/**
 * Fills a local cloud with 40 dossiers in every stage and trouble, by the acts of the product: people open links, sign in and
 * fill in forms, and months pass on the clock of the cloud.
 */
export async function seed(cloud: Cloud, tell: (line: string) => void): Promise<void> {
  const api = (user: string) =>
    openAdminApi(cloud.adminUrl.replace(/\/admin$/, ""), async () => (await cloud.signIn(user)).accessToken);
  const world = { scene: new Scene(cloud), cloud, tine: api("tine-team"), tom: api("tom-team") };
  let place = 0;
  for (const { stories, days } of GROUPS) {
    for (const story of stories) {
      place += 1;
      tell(`${String(place).padStart(2)}  ${story.name}`);
      await play(world, story, place);
    }
    if (days === 1) await byTheTeam(world);
    // A visitor sends some contact forms an hour.
    await cloud.advance(days * DAY + HOUR);
  }
}

async function play({ scene, cloud, tine, tom }: World, story: Story, place: number): Promise<void> {
  const journey = new Journey(scene, peopleFor(story.name, place));
  await journey.makeContact({
    ...{ organisationName: story.name, organisationType: story.type ?? "local-authority" },
    ...{ enterpriseNumber: numberOf(place), kind: story.kind ?? "onboarding" },
    ...{ contactName: journey.people.contact.name, message: nth(PURPOSES, place) },
  });
  for (const [kind, differences] of story.steps ?? [])
    await journey.decide(kind, await decisionOf(journey, story, place, kind, differences));
  await cloud.settled();
  if (!story.then) return;
  const { id } = await new Record(cloud).dossier(journey.reference);
  await story.then({ journey, tine, tom, cloud, path: `/dossiers/${id}` });
  await cloud.settled();
}

/** The usual decision, about this organisation. */
async function decisionOf(
  { now, people }: Journey,
  { name }: Story,
  place: number,
  kind: TaskKind,
  differences?: Partial<DecisionOfPerson>,
): Promise<Partial<DecisionOfPerson>> {
  const isRequired = kind === "PreAssessDpia" && differences?.outcome === "required";
  const decision = isRequired
    ? dpiaRequired(now)
    : { ...(await usualDecision(kind, now, people)), ...differences };
  const fields = {
    ...decision.fields,
    ...(kind === "SubmitIntake" && { purpose: nth(PURPOSES, place) }),
    ...(kind === "SubmitIntake" && name.includes("Tweehand") && { secondSignatory: people.secondSignatory }),
    ...(kind === "SubmitProtocol" &&
      name.includes("Denkbeeldrode") && { term: { start: dayAfter(now, 1), end: dayAfter(now, 220) } }),
  };
  return { ...decision, fields: about(name, fields) };
}

/** The usual answers name one organisation. */
function about(name: string, fields: Answers): Answers {
  const town = name.split(" ").at(-1) ?? name;
  const text = JSON.stringify(fields)
    .replaceAll("Gemeente Voorbeeldegem", name)
    .replaceAll("Voorbeeldegem", town)
    .replaceAll("www.voorbeeldegem.example", `www.${domainOf(name)}`);
  return JSON.parse(text) as Answers;
}

/** Dossiers that the team opened: the mails of one do not arrive. */
async function byTheTeam({ tine }: World): Promise<void> {
  for (const [name, contactEmail, place] of [
    ["Gemeente Onbestelbaar", "bounce+an@simulator.amazonses.com", 90],
    ["Gemeente Telefonica", "an@gemeente-telefonica.example", 91],
  ] as const) {
    const form = { ...contactAnswers({ organisationName: name, enterpriseNumber: numberOf(place) }) };
    await tine.post("/dossiers", { ...form, contactEmail });
  }
}
