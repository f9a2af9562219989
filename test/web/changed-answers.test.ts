import { expect, it } from "vitest";
import { changedAnswers } from "../../functions/web/ui/task/changed-answers.ts";

it("shows the answers that differ between two versions, word by word, and those that came or went", () => {
  const before = [
    { label: "De doelen", lines: ["Diploma's nakijken bij aanwerving"] },
    { label: "De duur", lines: ["1 maart 2027"] },
    { label: "Zetel", lines: ["Dorpsplein 1"], under: "Partijen" },
  ];
  const after = [
    { label: "De doelen", lines: ["Diploma's nakijken bij elke aanwerving"] },
    { label: "De duur", lines: ["1 maart 2027"] },
    { label: "De sancties", lines: ["Opschorting"] },
  ];

  const changed = changedAnswers(before, after);

  expect(changed.map(({ label, under }) => [under, label])).toEqual([
    [undefined, "De doelen"],
    [undefined, "De sancties"],
    ["Partijen", "Zetel"],
  ]);
  expect(changed[0]?.pieces.filter(({ is }) => is !== "same")).toEqual([{ text: "elke ", is: "added" }]);
  expect(changed[1]?.pieces).toEqual([{ text: "Opschorting", is: "added" }]);
  expect(changed[2]?.pieces).toEqual([{ text: "Dorpsplein 1", is: "gone" }]);
});
