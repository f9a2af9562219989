import { readingAnswer } from "../export/answers.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { exportAddressFor } from "../team/read-files.ts";
import { DONE, REDIRECT, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { NEXT } from "./parameters.ts";
import { unlessRefused } from "./problem.ts";

const sendMessage = operation({
  method: "POST",
  path: "/dossiers/:id/messages",
  who: TEAM,
  summary: "Write to the applicant, by mail",
  makes: "by-id",
  body: BODIES.message,
  answer: tells(201, "Made"),
  example: { body: { text: "We bespreken je vraag dinsdag en laten dan iets weten." } },
  act: async ({ site, caller, params, body, newId }) => {
    const { dossier } = await findDossierFor(site, caller, params.id);
    const id = body.id ?? newId();
    await site.messageApplicant(dossier, actorFor(caller, "led-team"), { id, text: body.text });
    return { id };
  },
});

const makeExport = operation({
  method: "POST",
  path: "/dossiers/:id/exports",
  who: TEAM,
  summary: "Make a zip of the dossier, or of its data about one person; available for a day",
  makes: true,
  body: BODIES.export,
  answer: tells(201, "Made"),
  example: { body: { person: "01JDQ4F9Z3C6P8K2T5V7HMXB0E" } },
  act: async ({ site, caller, params, body: { person }, newId }) => {
    const whole = await findDossierFor(site, caller, params.id);
    const request = { id: newId(), personId: person };
    const result = await site.exportDossier(whole, actorFor(caller, "led-team"), request);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return { id: result.id };
  },
});

const readExport = operation({
  method: "GET",
  path: "/dossiers/:id/exports/:exportId",
  who: TEAM,
  summary: "A redirect to the zip itself",
  answer: REDIRECT,
  act: async ({ site, caller, params }) => {
    const whole = await findDossierFor(site, caller, params.id);
    return exportAddressFor(site, caller, whole, params.exportId);
  },
});

const listReadings = operation({
  method: "GET",
  path: "/dossiers/:id/readings",
  who: TEAM,
  summary:
    "Readings of the dossier, its documents and its exports by people of the LED, by day; latest first",
  query: NEXT,
  answer: tells(200, "ReadingPage"),
  act: async ({ site, caller, params, query: { next } }) => {
    const { id } = (await findDossierFor(site, caller, params.id)).dossier;
    const { items, ...rest } = await site.readings.list(id, next);
    return { ...rest, items: items.map(readingAnswer) };
  },
});

const erase = operation({
  method: "POST",
  path: "/dossiers/:id/erasure",
  who: TEAM,
  summary: "Delete a closed dossier without a signed protocol before its time",
  body: BODIES.erasure,
  answer: DONE,
  example: { body: { ground: "mistake" } },
  act: async ({ site, caller, params, body: { ground } }) => {
    const { id } = (await findDossierFor(site, caller, params.id)).dossier;
    return unlessRefused(await site.eraseDossier(id, ground));
  },
});

const listDeleted = operation({
  method: "GET",
  path: "/deleted-dossiers",
  who: TEAM,
  summary: "Tombstones of deleted dossiers, latest first",
  query: NEXT,
  answer: tells(200, "DeletedPage"),
  act: ({ site, query: { next } }) => site.tombstones.list(next),
});

export const RETENTION_OPERATIONS = [
  ...[sendMessage, makeExport, readExport],
  ...[erase, listReadings, listDeleted],
];
