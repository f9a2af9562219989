import { describe, expect, it } from "vitest";
import * as z from "zod";
import { judgeDecision } from "../../functions/domain/decide.ts";
import { isSameDecision } from "../../functions/domain/is-same-decision.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { defineTask } from "../../functions/domain/define-task.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";

const { by } = aDecision();
const definition = defineTask({
  kind: "SubmitIntake",
  stage: "INTAKE",
  audience: "applicant",
  outcomes: { submitted: z.object({}), stopped: z.object({}) },
  documents: [
    { kind: "dpia", requiredFor: ["submitted"] },
    { kind: "dpia-dpo-opinion", requiredFor: [] },
  ],
  texts: TASKS.SubmitIntake.texts,
});
const task = aTask();
const dpia: StoredDocument = {
  id: "document-1",
  dossierId: task.dossierId,
  taskId: "SubmitIntake-1-1",
  kind: "dpia",
  name: "dpia.pdf",
  size: 1000,
  sha256: "00",
  contentType: "application/pdf",
  s3Key: "key",
  scan: "accepted",
  by,
  at: NOW,
};

const reasonsOf = (
  proposed: { outcome?: string; documents?: string[]; by?: typeof by },
  documents: StoredDocument[] = [dpia],
  declared = definition,
) => {
  const judged = judgeDecision(
    declared,
    { task, dossier: aDossier(), documents },
    { outcome: "submitted", fields: {}, documents: [dpia.id], by, ...proposed },
    NOW,
    (kind) => kind,
  );
  return judged.accepted ? [] : judged.reasons.map(({ rule, field }) => [rule, field]);
};

describe("DOC-01", () => {
  const FOREIGN = ["DOC-01", "documents"];
  const MISSING = ["DOC-01", "documents.dpia"];

  it("a decision names one document of each required kind; other kinds are optional", () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ documents: [] })).toEqual([MISSING]);
    expect(reasonsOf({ outcome: "stopped", documents: [] })).toEqual([]);
  });

  it("a document that is named twice counts once", () => {
    const proposed = { outcome: "submitted", fields: {}, documents: [dpia.id, dpia.id], by };
    const about = { task, dossier: aDossier(), documents: [dpia] };
    const judged = judgeDecision(definition, about, proposed, NOW, (kind) => kind);

    expect(judged).toMatchObject({ accepted: true, decision: { documents: [dpia.id] } });
    expect(judged.accepted && isSameDecision(definition, judged.decision, proposed)).toBe(true);
  });

  it.each<[string, Partial<StoredDocument>]>([
    ["of another task", { taskId: "SubmitIntake-1-2" }],
    ["that was refused", { scan: "refused-type" }],
    ["that did not arrive", { id: "document-2" }],
  ])("a document %s does not count", (_name, differences) => {
    expect(reasonsOf({}, [{ ...dpia, ...differences }])).toEqual([FOREIGN, MISSING]);
  });
});

describe("TASK-01", () => {
  const UNKNOWN = ["TASK-01", "outcome"];

  it.each(["approved", "toString", ""])("the unknown outcome '%s' is refused", (outcome) => {
    expect(reasonsOf({ outcome })).toEqual([UNKNOWN]);
  });

  it("only the clock decides that a task expired", () => {
    const expiring = { ...definition, expires: true };
    const expired = { outcome: "expired", documents: [] };

    expect(reasonsOf({ ...expired, by: SYSTEM }, [], expiring)).toEqual([]);
    expect(reasonsOf(expired, [], expiring)).toEqual([UNKNOWN]);
    expect(reasonsOf({ ...expired, by: SYSTEM }, [])).toEqual([UNKNOWN]);
  });
});
