import { expect, it } from "vitest";
import { readDossier, readTask } from "../../functions/domain/migrations.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";

it("a dossier of version 1 is read as one that was never on hold", () => {
  const { pauses: _, ...rest } = aDossier();

  expect(readDossier({ ...rest, schemaVersion: 1 })).toEqual(aDossier());
});

it("the clocks of a task of version 1 count from its opening", () => {
  const { since: _, ...rest } = aTask({ openedAt: NOW });

  expect(readTask({ ...rest, schemaVersion: 1 })).toEqual(aTask({ since: NOW }));
});

it("a version of tomorrow is refused, not guessed at", () => {
  expect(() => readDossier({ ...aDossier(), schemaVersion: 99 })).toThrow();
});
