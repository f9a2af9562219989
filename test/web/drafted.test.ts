import { expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { draftedAnswers } from "../../functions/protocol/drafted-answers.ts";
import { aDpia, FORM } from "../protocol/answers.ts";
import { readPdf, textOfDocx } from "../templates/read-files.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const { visitor } = site;
const PROTOCOL = { kind: "SubmitProtocol", stage: "PROTOCOL" } as const;

it("a protocol that is still being filled in can be downloaded, as Word and as PDF", async () => {
  const dossier = await site.given({ stage: "PROTOCOL", dpia: aDpia() }, PROTOCOL);
  const link = await site.taskLink(dossier, PROTOCOL);
  const page = await visitor.open(link);
  const form = page.form("outcome", "submitted");
  await visitor.submit(
    form,
    { security: "Alleen met de eID en een rol.", "term.start": "morgen" },
    "Bewaar als ontwerp",
  );

  const word = await site.publicApp.request(`https://led.example/live${link}/ontwerp/protocol.docx`);
  const pdf = await site.publicApp.request(`https://led.example/live${link}/ontwerp/protocol.pdf`);

  expect(page.text).toContain("Ontwerp als Word-bestand");
  expect(word.headers.get("content-disposition")).toContain(`protocol-${dossier.reference}-ontwerp.docx`);
  expect(textOfDocx(new Uint8Array(await word.arrayBuffer()))).toContain("Alleen met de eID en een rol.");
  expect((await readPdf(new Uint8Array(await pdf.arrayBuffer()))).text).toContain(
    "Alleen met de eID en een rol.",
  );
  expect((await visitor.open(`${await site.taskLink(dossier)}/ontwerp/protocol.docx`)).status).toBe(404);
});

it("a draft gives the answers that read as they should, and leaves out the others", () => {
  const typed = {
    ...FORM,
    term: { start: "morgen" },
    recipients: "",
    data: { items: ["identity"] },
    other: 1,
  };

  const answers = draftedAnswers(typed);

  expect(answers).toMatchObject({ security: FORM.security, data: { items: ["identity"] }, term: {} });
  expect(answers).not.toHaveProperty("recipients");
  expect(answers).not.toHaveProperty("other");
});
