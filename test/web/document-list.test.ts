import { expect, it } from "vitest";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { byKind } from "../../functions/web/ui/task/document-list.tsx";
import { aDossier, NOW } from "../builders/dossier.ts";

const LATER = "2026-11-24T09:00:00.000Z";
const aText = (id: string, round: number, at: string): StoredDocument => ({
  ...{ id, dossierId: "1", taskId: `SubmitProtocol-1-${round}`, kind: "protocol", name: id, size: 1 },
  ...{ sha256: "ab", contentType: "application/pdf", s3Key: id, scan: "accepted", by: SYSTEM, at },
});
const versions = (documents: StoredDocument[]) =>
  byKind(documents, { dossier: aDossier(), tasks: [] }).map(({ current, earlier }) =>
    [current, earlier].map((list) => list.map(({ document, version }) => [document.id, version])),
  );

it("Word and PDF of one text have no version, also where they were stored at two moments", () => {
  expect(versions([aText("a-docx", 1, NOW), aText("a", 1, LATER)])).toEqual([
    [
      [
        ["a", undefined],
        ["a-docx", undefined],
      ],
      [],
    ],
  ]);
});

it("a later text has the next number, in both forms, and folds the former away", () => {
  const documents = [
    aText("a-docx", 1, NOW),
    aText("a", 1, NOW),
    aText("b-docx", 2, LATER),
    aText("b", 2, LATER),
  ];

  expect(versions(documents)).toEqual([
    [
      [
        ["b", 2],
        ["b-docx", 2],
      ],
      [
        ["a", 1],
        ["a-docx", 1],
      ],
    ],
  ]);
});
