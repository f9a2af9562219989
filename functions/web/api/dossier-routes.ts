import { toInstant } from "../../domain/calendar.ts";
import { leadTimesOf } from "../../domain/lead-times.ts";
import { stageToResume } from "../../domain/dossier.ts";
import { STAGES } from "../../domain/process.ts";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { contactTexts } from "../../contact/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor, isOfTeam } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { documentAddressFor } from "../team/read-files.ts";
import { findByEnterpriseNumber, findByReference } from "../team/search-dossiers.ts";
import { describeForm } from "../ui/form/describe-form.ts";
import { problemsOf } from "../ui/form/problems.nl.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { timelineOf } from "../ui/timeline.ts";
import { accessAnswer, documentAnswer, dossierAnswer, taskAnswer } from "../export/answers.ts";
import { AnyFields, NoteInput, ResumeInput } from "./inputs.ts";
import { problem, refusedByRules } from "./problem.ts";
import { readInput, readWords } from "./read-input.ts";

const BASE = "/api/admin/v1";
const CONTACT_FIELDS = describeForm(TeamContactForm, contactTexts.teamForm.fields);

export function apiDossierRoutes(app: AdminApp, site: AdminSite) {
  app.get(`${BASE}/dossiers`, async (c) => {
    const { stage, reference, enterpriseNumber, next } = c.req.query();
    if (reference !== undefined) return c.json({ items: await findByReference(site, reference) });
    if (enterpriseNumber !== undefined)
      return c.json({ items: await findByEnterpriseNumber(site, enterpriseNumber) });
    const known = STAGES.find((name) => name === stage);
    if (!known) throw new Refusal("bad-request");
    return c.json(await site.dossiers.listByStage(known, next));
  });

  app.post(`${BASE}/dossiers`, async (c) => {
    const { noNationalNumber, ...fields } = await readInput(c, AnyFields);
    const by = actorFor(c.var.caller, "led-team");
    const result = await site.openDossierByTeam(fields, by, { id: idFor(c, site.newId), noNationalNumber });
    if (result.status === "opened") return c.json({ id: result.dossierId, reference: result.reference }, 201);
    const errors = problemsOf(CONTACT_FIELDS, fields, result).map(({ field, rule, message }) => ({
      field,
      rule,
      message,
    }));
    const status = refusedStatus(c, result.reasons, 422);
    return problem(c, status, {
      code: status === 429 ? "too-often" : "refused",
      title: webTexts.refused,
      errors,
    });
  });

  app.get(`${BASE}/dossiers/:id`, async (c) => {
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const { definitions } = site;
    const now = toInstant(site.now());
    const reader = {
      definitions,
      documents: whole.documents,
      ledMailboxes: [],
      isLed: true,
      readsNotes: isOfTeam(c.var.caller),
    };
    return c.json({
      ...dossierAnswer(whole.dossier),
      accesses: whole.accesses.map((access) => accessAnswer(access, now)),
      tasks: whole.tasks.map((task) => taskAnswer(task, definitions, whole.dossier, now)),
      leadTimes: leadTimesOf(whole, now),
      documents: whole.documents.map(documentAnswer),
      timeline: timelineOf(whole, reader),
      unreadable: whole.unreadable,
    });
  });

  app.get(`${BASE}/dossiers/:id/documents/:documentId`, async (c) => {
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    return c.redirect(await documentAddressFor(site, c.var.caller, whole, c.req.param("documentId")), 303);
  });

  app.post(`${BASE}/dossiers/:id/resume`, async (c) => {
    const { stage } = await readInput(c, ResumeInput);
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const from = stage ?? stageToResume(dossier);
    const verdict = await site.resume(dossier.id, from, actorFor(c.var.caller, "led-team"));
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });

  app.post(`${BASE}/dossiers/:id/notes`, async (c) => {
    const { text } = await readWords(c, NoteInput);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const by = actorFor(c.var.caller, "led-team");
    const note = { id: idFor(c, site.newId), at: toInstant(site.now()), by, text };
    return c.json(await site.dossiers.addNote(id, note), 201);
  });
}
