import { describe, expect, it } from "vitest";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { Audience, Role } from "../../functions/domain/people.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { maySee } from "../../functions/web/team/find-dossier.ts";
import { documentsFor } from "../../functions/web/ui/task/documents-for.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";

const aDocument = (
  id: string,
  role: StoredDocument["by"]["role"],
  differences: Partial<StoredDocument> = {},
): StoredDocument => ({
  id,
  dossierId: aDossier().id,
  taskId: "SubmitProtocol-1-1",
  kind: "protocol",
  name: `${id}.pdf`,
  size: 1000,
  sha256: "00",
  contentType: "application/pdf",
  s3Key: id,
  scan: "accepted",
  by: { role, id: "somebody", name: "Iemand" },
  at: NOW,
  ...differences,
});
const wholeOf = (differences: Partial<WholeDossier>): WholeDossier => ({
  dossier: aDossier(),
  tasks: [],
  documents: [],
  mails: [],
  changes: [],
  notes: [],
  accesses: [],
  drafts: [],
  unreadable: [],
  ...differences,
});

describe("WEB-01", () => {
  const whole = wholeOf({
    documents: [
      aDocument("own", "applicant"),
      aDocument("template", "system"),
      aDocument("advice", "led-dpo", { kind: "led-dpo-advice" }),
      aDocument("at-work", "led-team"),
      aDocument("dpia", "applicant", { kind: "dpia" }),
      aDocument("refused", "applicant", { scan: "refused-type" }),
      aDocument("minutes", "applicant", { kind: "other", taskId: undefined }),
      aDocument("own-minutes", "led-team", { kind: "other", taskId: undefined }),
    ],
    tasks: [aTask({ status: "decided", decision: aDecision({ documents: ["advice"] }) })],
  });

  it.each<[Audience, string[]]>([
    ["applicant", ["own", "template", "advice", "dpia", "minutes"]],
    ["signatory", ["own", "template", "advice"]],
    ["led-team", ["own", "template", "advice", "at-work", "dpia", "minutes", "own-minutes"]],
    ["led-dpo", ["own", "template", "advice", "at-work", "dpia", "minutes", "own-minutes"]],
  ])("the %s sees %j", (audience, ids) => {
    expect(documentsFor(audience, whole).map(({ id }) => id)).toEqual(ids);
  });
});

describe("WEB-01, once a text is fixed", () => {
  const fixed = {
    version: 2,
    documentId: "final",
    name: "final.pdf",
    sha256: "00",
    at: "2026-11-24T09:00:00.000Z",
  };
  const later = { at: "2026-11-25T09:00:00.000Z" };
  const whole = wholeOf({
    dossier: aDossier({
      protocol: { ...aSignedProtocol(), fixed: { ...fixed, contentType: "application/pdf" }, signatures: {} },
    }),
    documents: [
      aDocument("proposal", "system"),
      aDocument("template", "system", { kind: "protocol-template" }),
      aDocument("advice", "applicant", { kind: "consumer-dpo-advice" }),
      aDocument("signed-before", "signatory", { kind: "protocol-signed-by-applicant" }),
      aDocument("final", "led-team", { kind: "protocol-final", at: fixed.at }),
      aDocument("signed", "signatory", { kind: "protocol-signed-by-applicant", ...later }),
      aDocument("decision", "signatory", { kind: "governing-decision", ...later }),
      aDocument("at-work", "led-team", { kind: "protocol-signed-by-second", ...later }),
    ],
  });

  it.each<Audience>(["signatory", "second-signatory", "leading-official"])(
    "the %s sees that file, what was signed or decided on it, and nothing else",
    (audience) => {
      expect(documentsFor(audience, whole).map(({ id }) => id)).toEqual(["final", "signed", "decision"]);
    },
  );
});

describe("WEB-02", () => {
  const caller = (...roles: Role[]) => ({ subject: "staff-1", name: "Lies Team", roles, ownRoles: roles });
  const asked = wholeOf({
    tasks: [aTask({ audience: "led-dpo", kind: "AdviseOnProtocol", status: "decided" })],
  });

  it("the LED team sees every dossier", () => {
    expect(maySee(caller("led-team"), wholeOf({}))).toBe(true);
  });

  it("another role sees dossiers in which it has, or had, a task", () => {
    expect(maySee(caller("led-dpo"), asked)).toBe(true);
    expect(maySee(caller("led-dpo"), wholeOf({ tasks: [aTask()] }))).toBe(false);
    expect(maySee(caller("leading-official"), asked)).toBe(false);
    expect(maySee(caller(), asked)).toBe(false);
  });
});
