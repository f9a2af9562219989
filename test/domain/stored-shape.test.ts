import { expect, it } from "vitest";
import * as z from "zod";
import { DossierShape } from "../../functions/domain/dossier.ts";
import { TaskShape } from "../../functions/domain/human-task.ts";
import { storedShape } from "../../functions/domain/stored-shape.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";

const shape = storedShape(
  z.object({ name: z.string(), colour: z.string(), size: z.number() }),
  (stored) => ({ colour: "red", ...stored }),
  (stored) => ({ ...stored, size: Number(stored["length"]) }),
);

it("an item is migrated step by step from its version to the current one", () => {
  const today = { name: "a", colour: "red", size: 3 };

  expect(shape.version).toBe(3);
  expect(shape.read({ name: "a", length: "3" })).toEqual(today);
  expect(shape.read({ schemaVersion: 2, name: "a", colour: "red", length: "3" })).toEqual(today);
  expect(shape.read({ schemaVersion: 3, ...today })).toEqual(today);
});

it("a newer version is refused, not guessed", () => {
  expect(() => shape.read({ schemaVersion: 4, name: "a", colour: "red", size: 3 })).toThrow("later than 3");
  expect(() => shape.read({ schemaVersion: 0, name: "a", colour: "red", size: 3 })).toThrow();
});

it("a dossier of version 1 has no holds", () => {
  const { pauses: _, ...rest } = aDossier();

  expect(DossierShape.read({ ...rest, schemaVersion: 1 })).toEqual(aDossier());
});

it("a dossier that was parked in version 4 during an ending returns to that ending", () => {
  const parked = { at: NOW, error: "GiveUp", cause: "" };
  const ending = { reason: "stopped", explanation: "We stoppen", by: SYSTEM, at: NOW };
  const stored = { ...aDossier(), schemaVersion: 4, status: "PARKED", parked };

  expect(DossierShape.read(stored)).toMatchObject({ returnsTo: "ONBOARDING" });
  expect(DossierShape.read({ ...stored, ending })).toMatchObject({ returnsTo: "ENDING", ending });
});

it("no status is read without its required fields", () => {
  for (const status of ["ENQUIRY", "PARKED", "IN_USE", "ENDING", "CLOSED"])
    expect(() => DossierShape.read({ ...aDossier(), schemaVersion: 5, status })).toThrow();
});

it("the clocks of a task of version 1 count from its opening, or from its last extension", () => {
  const { since: _, ...rest } = aTask({ openedAt: NOW });
  const later = "2026-12-01T09:00:00.000Z";

  expect(TaskShape.read({ ...rest, schemaVersion: 1 })).toEqual(aTask({ since: NOW }));
  expect(TaskShape.read({ ...rest, schemaVersion: 1, since: later })).toEqual(aTask({ since: later }));
});
