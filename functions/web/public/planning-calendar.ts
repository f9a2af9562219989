import type { Hono } from "hono";
import { type CalendarDate, dayAfter } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Planning } from "../../domain/facts.ts";
import { planningOf } from "../../domain/planned-date.ts";
import { Refusal } from "../http/refusals.ts";
import { PLANNING_NAMES } from "../ui/task/task-parts.tsx";
import type { PublicSite } from "./public-site.ts";
import { visitDossier } from "./visits.ts";

const STEPS = ["dpiaConclusion", "protocolDraft", "dpoAdvice", "signature", "connection"] as const;

const plain = (date: CalendarDate): string => date.replaceAll("-", "");
/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
/** RFC 5545, 3.1: a line has at most 75 octets. Dutch letters take one or two, so 36 characters always fit. */
const folded = (line: string): string => line.match(/.{1,36}/gu)?.join("\r\n ") ?? "";

/** The agreed dates of a dossier as a calendar (RFC 5545), one event of a whole day each. */
export function planningCalendar({ id, reference, organisation }: Dossier, planning: Planning): string {
  const stamp = `${(planning.agreedAt ?? "").replace(/[-:]|\.\d+/g, "")}`;
  const events = STEPS.flatMap((step) => [
    "BEGIN:VEVENT",
    `UID:${id}-${step}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(planning[step])}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(planning[step]))}`,
    `SUMMARY:${escaped(`${PLANNING_NAMES[step]} (${reference}, ${organisation.name})`)}`,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LED//Planning//NL", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** The agreed planning of a dossier, to add to a calendar. */
export function planningRoutes(app: Hono, site: PublicSite) {
  app.get("/dossier/:secret/planning.ics", async (c) => {
    const { dossier } = (await visitDossier(site, c.req.param("secret"))).whole;
    const planning = planningOf(dossier);
    if (!planning?.agreedAt) throw new Refusal("page-unknown");
    return c.body(planningCalendar(dossier, planning), 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${dossier.reference}.ics"`,
    });
  });
}
