import type { Actor } from "../../functions/domain/people.ts";

export const TEAM = { role: "led-team", id: "staff-1", name: "Lies Team" } as const satisfies Actor;
export const APPLICANT = {
  role: "applicant",
  id: "person-contact",
  name: "An Voorbeeld",
} as const satisfies Actor;

export const SECOND = { id: "person-second", name: "Bo Tweede", email: "bo@voorbeeldegem.example" };
