import * as z from "zod";
import type { Dossier } from "./dossier.ts";
import { storedShape } from "./stored-shape.ts";
import { stageNames } from "./texts.nl.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Where a ready text is used: a message, or the field of a decision with that name. */
export const SITUATIONS = ["message", "questions", "reason", "remarks"] as const;
export type Situation = (typeof SITUATIONS)[number];

/** The fields of decisions that a ready text can fill in. */
export const situationOf = (field: string): Situation | undefined =>
  field === "answer" ? "message" : SITUATIONS.find((one) => one === field);

/** A version of a text that the team uses again. Each change is a new version; `removed` hides the text. */
export const ReadyText = z.object({
  id: z.string(),
  number: z.int().min(1),
  situation: z.enum(SITUATIONS),
  title: z.string(),
  text: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  removed: z.boolean().optional(),
});
export type ReadyText = z.infer<typeof ReadyText>;
export const ReadyTextShape = storedShape(ReadyText);

/** What a placeholder becomes; undefined while the dossier does not say it. */
const PLACEHOLDERS: Record<string, (dossier: Dossier) => string | undefined> = {
  organisatie: ({ organisation }) => organisation.name,
  dossier: ({ reference }) => reference,
  contactpersoon: ({ people }) => people.contact.name,
  doel: ({ intake }) => intake?.purpose,
  stap: ({ stage }) => stageNames[stage],
  behandelaar: ({ handler }) => handler?.name,
};
export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS);

const PLACEHOLDER = /\{([^{}]*)\}/g;

/**
 * TEXT-01: a ready text names only placeholders that exist, and closes each bracket.
 * Source: design, "What people type": a wrong placeholder is found when it is written, not when it is sent.
 */
export function placeholdersAreKnown(text: string): Verdict {
  const unknown = [...text.matchAll(PLACEHOLDER)]
    .map(([all, name = ""]) => ({ all, name }))
    .filter(({ name }) => !PLACEHOLDER_NAMES.includes(name))
    .map(({ all }) => all);
  const isOpen = /[{}]/.test(text.replaceAll(PLACEHOLDER, ""));
  if (unknown.length === 0 && !isOpen) return allowed;
  const known = PLACEHOLDER_NAMES.map((name) => `{${name}}`).join(", ");
  const what = unknown.length > 0 ? `We kennen ${unknown.join(", ")} niet.` : "Er staat een losse accolade.";
  return refused("TEXT-01", `${what} Gebruik alleen ${known}.`, "text");
}

/** The text for a dossier. What the dossier does not say yet stays as `[doel]`, for the writer to fill in. */
export const filledText = (text: string, dossier: Dossier): string =>
  text.replaceAll(PLACEHOLDER, (_all, name: string) => PLACEHOLDERS[name]?.(dossier) ?? `[${name}]`);

/** The current version of each text, by title; without those that were removed. */
export function currentTexts(versions: readonly ReadyText[]): ReadyText[] {
  const latest = new Map<string, ReadyText>();
  for (const version of versions.toSorted((one, other) => one.number - other.number))
    latest.set(version.id, version);
  return [...latest.values()]
    .filter(({ removed }) => removed !== true)
    .sort((one, other) => one.title.localeCompare(other.title, "nl"));
}
