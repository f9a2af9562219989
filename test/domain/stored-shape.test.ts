import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Dossier, DossierShape } from "../../functions/domain/dossier.ts";
import { TaskShape } from "../../functions/domain/human-task.ts";
import { storedShape } from "../../functions/domain/stored-shape.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { anAgreement } from "../builders/agreement.ts";
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

const read = (stored: object): Dossier => DossierShape.read(stored);
const { request: _, ...BEFORE_REQUESTS } = aDossier();
/** A connection as it was before version 7. */
const CONNECTED = {
  reference: "TAN-1",
  productionDate: "2026-11-20",
  reportedBy: "An Voorbeeld",
  realisedAt: NOW,
};
/** A dossier whose use ends, as version 5 stored it. */
const ENDED = {
  ...{
    ...BEFORE_REQUESTS,
    ...anAgreement(),
    connection: { ...CONNECTED, channels: ["web-service", "web-application"] },
  },
  ...{ schemaVersion: 5, status: "ENDING", ending: { reason: "term", explanation: "", by: SYSTEM, at: NOW } },
};

it("a dossier that was parked in version 4 during an ending returns to that ending", () => {
  const parked = { at: NOW, error: "GiveUp", cause: "" };
  const { ending, ...stored } = { ...ENDED, schemaVersion: 4, status: "PARKED", parked };

  expect(DossierShape.read(stored)).toMatchObject({ returnsTo: "ONBOARDING" });
  expect(DossierShape.read({ ...stored, ending })).toMatchObject({ returnsTo: "ENDING" });
});

describe("a dossier of version 5", () => {
  const asked = { reason: "breach", explanation: "Geen logboek", by: SYSTEM, at: NOW };

  it("has what is under way as its request", () => {
    const closing = { by: SYSTEM, reason: "Toch niet", at: NOW };
    const laterPass = { kind: "renewal", of: 1, reason: "", by: SYSTEM, at: NOW };
    const start = { resumeFrom: "PROTOCOL" };
    const stored = { ...ENDED, status: "ONBOARDING", ending: undefined, start, closing, laterPass };
    const { reason: _, ...renewal } = laterPass;

    expect(read(stored).request).toEqual({ start, closing, laterPass: renewal });
    expect(read({ ...stored, endingAsked: asked }).request).toMatchObject({
      closing: { ...closing, endingAsked: asked },
    });
  });

  it("has the end that its request gave way to as what gave it up", () => {
    const stored = { ...ENDED, status: "ONBOARDING", ending: undefined, endingAsked: asked };

    expect(read(stored).request).toEqual({
      closing: { by: SYSTEM, reason: "Geen logboek", at: NOW, endingAsked: asked },
    });
  });

  it("has what began when the connection was there as its use, without an explanation that says nothing", () => {
    const { protocol } = anAgreement();
    const distributed = { ...protocol, distributedAt: "2026-12-24T09:00:00.000Z" };
    const ending = { reason: "term", by: SYSTEM, at: NOW };

    expect(read(ENDED).use).toEqual({ since: CONNECTED.realisedAt, ending });
    expect(read({ ...ENDED, protocol: distributed }).use?.since).toBe(distributed.distributedAt);
  });

  it("has each channel of its connection by itself", () => {
    const { realisedAt: at, ...made } = CONNECTED;

    expect(read(ENDED).connection).toEqual({
      channels: [
        { channel: "web-service", ...made, at },
        { channel: "web-application", ...made, at },
      ],
    });
  });

  it("that is in use has how its last request ended in its use", () => {
    const lastRequest = { pass: 2, at: NOW, outcome: "withdrawn", reason: "Dubbel", by: SYSTEM };
    const { ending: _, ...rest } = ENDED;
    const stored = { ...rest, status: "IN_USE", inUseSince: NOW, lastRequest, endingAsked: asked };

    expect(read(stored)).toMatchObject({ use: { since: NOW, lastRequest, endingAsked: asked } });
  });
});

it("no status is read without its required fields", () => {
  for (const status of ["ENQUIRY", "PARKED", "IN_USE", "ENDING", "CLOSED"])
    expect(() =>
      DossierShape.read({ ...aDossier(), schemaVersion: 6, status, request: undefined }),
    ).toThrow();
});

it("the clocks of a task of version 1 count from its opening, or from its last extension", () => {
  const { since: _, ...rest } = aTask({ openedAt: NOW });
  const later = "2026-12-01T09:00:00.000Z";

  expect(TaskShape.read({ ...rest, schemaVersion: 1 })).toEqual(aTask({ since: NOW }));
  expect(TaskShape.read({ ...rest, schemaVersion: 1, since: later })).toEqual(aTask({ since: later }));
});
