import * as z from "zod";
import { toInstant } from "../../domain/calendar.ts";
import { TEAM } from "../http/permissions.ts";
import { listUnsentMails } from "../team/unsent-mails.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";

const listUnsent = operation({
  method: "GET",
  path: "/unsent-mails",
  who: TEAM,
  summary: "Mails that wait to be sent, or whose address was refused in the last 30 days, oldest first",
  query: z.object({
    which: z.enum(["waiting", "refused"]).default("waiting"),
    next: z.string().optional(),
  }),
  answer: tells(200, "UnsentMailPage"),
  act: ({ site, query: { which, next } }) => listUnsentMails(site, which, next),
});

const forget = operation({
  method: "POST",
  path: "/unsent-mails/forget",
  who: TEAM,
  summary: "Stop waiting for a mail that nobody will send any more",
  body: BODIES.unsentMail,
  answer: DONE,
  example: { body: { about: "01JDQ4F9Z3C6P8K2T5V7HMXB0E", key: "opened/SubmitIntake-1-1" } },
  act: async ({ site, body: { about, key } }) => {
    await site.mails.forget(about, key, toInstant(site.now()));
    return undefined;
  },
});

export const MAIL_OPERATIONS = [listUnsent, forget];
