import { contactTexts } from "../../contact/texts.nl.ts";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { toInstant } from "../../domain/calendar.ts";
import { type DossierOf, isClosedOrWithdrawn, stageToResume } from "../../domain/dossier.ts";
import { leadTimesOf } from "../../domain/lead-times.ts";
import { ROLES } from "../../domain/people.ts";
import { stagesReached } from "../../executions/stage-is-reached.ts";
import { accessAnswer, documentAnswer, dossierAnswer, taskAnswer } from "../export/answers.ts";
import { TEAM } from "../http/permissions.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor, isOfTeam } from "../team/find-dossier.ts";
import { rememberCaller } from "../team/remember-caller.ts";
import { longestFirst } from "../team/longest-parked-first.ts";
import { causeInWords, causeOf } from "../../executions/causes.nl.ts";
import { stateInWords } from "../team/parked.nl.ts";
import { documentAddressFor } from "../team/read-files.ts";
import { describeForm } from "../../domain/describe-form.ts";
import { problemsOf } from "../ui/form/problems.nl.ts";
import { createPrepareUpload } from "../ui/task/prepare-upload.ts";
import { timelineOf } from "../ui/timeline.ts";
import { DONE, REDIRECT, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { NEXT } from "./parameters.ts";
import { refusedByRules, refusedFields, unlessRefused } from "./problem.ts";

const CONTACT_FIELDS = describeForm(TeamContactForm, contactTexts.teamForm.fields);

const openDossier = operation({
  method: "POST",
  path: "/dossiers",
  who: TEAM,
  summary: "Open a dossier for somebody who mailed or called",
  makes: true,
  body: BODIES.teamContact,
  answer: tells(201, "OpenedDossier"),
  example: {
    body: {
      organisationName: "Gemeente Voorbeeldegem",
      organisationType: "local-authority",
      missingNumberReason: "De aanvrager zoekt het nummer nog op.",
      contactName: "An Peeters",
      contactEmail: "an.peeters@voorbeeldegem.example",
      kind: "onboarding",
      message: "Belde over de studietoelage.",
    },
  },
  act: async ({ site, caller, body: { noNationalNumber, mail, ...fields }, newId }) => {
    const by = actorFor(caller, "led-team");
    const result = await site.openDossierByTeam(fields, by, { id: newId(), noNationalNumber });
    if (result.status === "opened" && mail) await site.settleNewMail.attach(mail, result.dossierId, by, true);
    return result.status === "opened"
      ? { id: result.dossierId, reference: result.reference }
      : refusedFields(problemsOf(CONTACT_FIELDS, fields, result), result.reasons);
  },
});

const readDossier = operation({
  method: "GET",
  path: "/dossiers/:id",
  who: ROLES,
  summary: "A dossier with its tasks, documents, timeline and lead times per side",
  answer: tells(200, "Dossier"),
  hasTag: true,
  act: async ({ site, caller, params, tag }) => {
    const whole = await findDossierFor(site, caller, params.id);
    tag(whole);
    const { definitions } = site;
    const { documents } = whole;
    const now = toInstant(site.now());
    return {
      ...dossierAnswer(whole.dossier),
      accesses: whole.accesses.map((access) => accessAnswer(access, now)),
      tasks: whole.tasks.map((task) => taskAnswer(task, definitions, whole.dossier, now)),
      leadTimes: leadTimesOf(whole, now),
      documents: documents.map(documentAnswer),
      timeline: timelineOf(whole, {
        ...{ definitions, documents, ledMailboxes: [], isLed: true },
        readsNotes: isOfTeam(caller),
      }),
      unreadable: whole.unreadable,
    };
  },
});

const readDocument = operation({
  method: "GET",
  path: "/dossiers/:id/documents/:documentId",
  who: ROLES,
  summary: "A redirect to the document itself",
  answer: REDIRECT,
  act: async ({ site, caller, params }) => {
    const whole = await findDossierFor(site, caller, params.id);
    return documentAddressFor(site, caller, whole, params.documentId);
  },
});

const parkedAnswer = (dossier: DossierOf<"PARKED">, { definitions }: AdminSite) => ({
  dossierId: dossier.id,
  reference: dossier.reference,
  organisationName: dossier.organisation.name,
  stage: stageToResume(dossier),
  stages: stagesReached(dossier),
  ...dossier.parked,
  causeGroup: causeOf(dossier.parked),
  causeInWords: causeInWords(dossier.parked),
  lastStateInWords: stateInWords(dossier.parked.lastState, definitions),
});

const listParked = operation({
  method: "GET",
  path: "/parked",
  who: TEAM,
  summary: "Parked dossiers, with the cause and the last successful state of the workflow",
  query: NEXT,
  answer: tells(200, "ParkedPage"),
  act: async ({ site, query: { next } }) => {
    const { items, ...page } = await site.dossiers.listParked(next);
    return { items: longestFirst(items).map((dossier) => parkedAnswer(dossier, site)), ...page };
  },
});

const resume = operation({
  method: "POST",
  path: "/dossiers/:id/resume",
  who: TEAM,
  summary: "Resume a parked dossier from a stage; without one, retry its own",
  body: BODIES.resume,
  answer: DONE,
  example: { body: { stage: "INTAKE" } },
  act: async ({ site, caller, params, body: { stage } }) => {
    const { dossier } = await findDossierFor(site, caller, params.id);
    const from = stage ?? stageToResume(dossier);
    return unlessRefused(await site.resume(dossier.id, from, actorFor(caller, "led-team")));
  },
});

const writeNote = operation({
  method: "POST",
  path: "/dossiers/:id/notes",
  who: TEAM,
  summary: "Write an internal note",
  makes: true,
  body: BODIES.note,
  answer: tells(201, "Note"),
  example: { body: { text: "An belde: de DPO is pas volgende week terug." } },
  act: async ({ site, caller, params, body: { text }, newId }) => {
    const { id } = (await findDossierFor(site, caller, params.id)).dossier;
    const by = actorFor(caller, "led-team");
    return site.dossiers.addNote(id, { id: newId(), at: toInstant(site.now()), by, text });
  },
});

const addDocument = operation({
  method: "POST",
  path: "/dossiers/:id/documents",
  who: TEAM,
  summary: "A form to upload one document that belongs to no task, valid for 30 minutes",
  body: BODIES.otherDocument,
  answer: tells(201, "Upload"),
  example: { body: { title: "Verslag van het overleg van 12 maart" } },
  act: async ({ site, caller, params: { id }, body: { title } }) => {
    const whole = await findDossierFor(site, caller, id);
    if (isClosedOrWithdrawn(whole.dossier)) throw new Refusal("conflict");
    const by = actorFor(caller, "led-team");
    const prepareUpload = createPrepareUpload(site);
    const upload = await prepareUpload(whole, { kind: "other", title, by }, (document) =>
      site.addresses.absolute(`/admin/dossiers/${id}/document/${document}/received`),
    );
    if (upload.status === "full") return refusedByRules(upload.reasons);
    await rememberCaller(site, caller);
    return { id: upload.id, form: upload.form };
  },
});

export const DOSSIER_OPERATIONS = [
  ...[openDossier, readDossier, readDocument, addDocument],
  ...[listParked, resume, writeNote],
];
