import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import * as z from "zod";
import { Access, ACCESS_SCHEMA_VERSION } from "../../functions/domain/access.ts";
import { Dossier, DOSSIER_SCHEMA_VERSION } from "../../functions/domain/dossier.ts";
import { DOCUMENT_SCHEMA_VERSION, StoredDocument } from "../../functions/domain/documents.ts";
import { Reading, READING_SCHEMA_VERSION } from "../../functions/domain/reading.ts";
import { HumanTask, TASK_SCHEMA_VERSION } from "../../functions/domain/human-task.ts";
import { Tombstone, TOMBSTONE_SCHEMA_VERSION } from "../../functions/domain/tombstone.ts";

const shapeOf = (schema: z.ZodType) =>
  createHash("sha256")
    .update(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" })))
    .digest("hex")
    .slice(0, 12);

/**
 * What is stored outlives the code. When a shape changes: raise its version, write the migration of what is stored,
 * and put the new hash here beside the new version.
 */
it("a stored shape changes only together with its version", () => {
  expect({
    dossier: [DOSSIER_SCHEMA_VERSION, shapeOf(Dossier)],
    access: [ACCESS_SCHEMA_VERSION, shapeOf(Access)],
    task: [TASK_SCHEMA_VERSION, shapeOf(HumanTask)],
    document: [DOCUMENT_SCHEMA_VERSION, shapeOf(StoredDocument)],
    reading: [READING_SCHEMA_VERSION, shapeOf(Reading)],
    tombstone: [TOMBSTONE_SCHEMA_VERSION, shapeOf(Tombstone)],
  }).toMatchInlineSnapshot(`
    {
      "access": [
        1,
        "12a27a744707",
      ],
      "document": [
        2,
        "b889da247ff7",
      ],
      "dossier": [
        4,
        "68a04530bc4b",
      ],
      "reading": [
        1,
        "4951f6604674",
      ],
      "task": [
        4,
        "71115d6c918c",
      ],
      "tombstone": [
        1,
        "b5eb88cbcea0",
      ],
    }
  `);
});
