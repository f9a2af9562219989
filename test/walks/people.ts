import type { Dossier } from "../../functions/domain/dossier.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import {
  type Actor,
  type Audience,
  type ConsumerAudience,
  isConsumerAudience,
  PARTS_OF_AUDIENCE,
} from "../../functions/domain/people.ts";
import { peopleOf } from "../journey/answers.ts";
import { TEAM } from "./world.ts";

/** Fictional people; every name and address is searched for where none may occur. */
export const PEOPLE = peopleOf("voorbeeldegem.example");

const STAFF: Record<Exclude<Audience, ConsumerAudience>, Actor> = {
  "led-team": TEAM,
  "led-dpo": { role: "led-dpo", id: "dirk-dpo", name: "Dirk Gegevensbescherming" },
  "leading-official": { role: "leading-official", id: "lea-leidend", name: "Lea Leidend" },
};

/** The person who decides the tasks of an audience. */
export function actorOf(audience: Audience, { people }: Pick<Dossier, "people">): Actor {
  if (!isConsumerAudience(audience)) return STAFF[audience];
  const person = people[PARTS_OF_AUDIENCE[audience][0]] ?? people.contact;
  return { role: audience, id: person.id, name: person.name };
}

export const applicantOf = (dossier: Pick<Dossier, "people">): Actor => actorOf("applicant", dossier);

export const isOpenWorkflowTask = ({ status, taskToken }: HumanTask): boolean =>
  status === "open" && taskToken !== undefined;
