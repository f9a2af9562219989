import { expect, it } from "vitest";
import { codeOf, GiveUp, RetryLater, Unreadable } from "../../functions/domain/errors.ts";

it.each([
  [new RetryLater("TABLE_UNAVAILABLE", { key: "DOSSIER#1" }), "TABLE_UNAVAILABLE key=DOSSIER#1"],
  [
    new GiveUp("TABLE_REFUSED", { key: "x", error: "ValidationException" }),
    "TABLE_REFUSED key=x error=ValidationException",
  ],
  [new Unreadable("DOSSIER#1 DOSSIER"), "ITEM_UNREADABLE item=DOSSIER#1 DOSSIER"],
  [new TypeError("An Voorbeeld is no function"), "TypeError"],
  ["An Voorbeeld", "Unknown"],
])(
  "a log contains the code and keys of a named failure, and only the name of another error: %s",
  (error, shown) => {
    expect(codeOf(error)).toBe(shown);
  },
);
