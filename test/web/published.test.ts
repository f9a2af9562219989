import { expect, it } from "vitest";
import { openFileTable } from "../adapters/database.ts";
import { createPublicApp } from "../../functions/web/public-app.tsx";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());
const { visitor } = site;

it("the public page lists the signed protocols, each with its PDF without signatures", async () => {
  const dossier = await site.given({});
  const copy = await site.document(dossier, { kind: "protocol-published", taskId: undefined });
  const signed = await site.document(dossier, { kind: "protocol-signed-by-both" });
  await site.acts.publications.add({
    ...{ dossierId: dossier.id, reference: dossier.reference, pass: 1, documentId: copy.id },
    ...{ organisation: "Gemeente Voorbeeldegem", purpose: "Diploma's nakijken", signedOn: "2026-11-28" },
    start: "2027-01-01",
  });

  const page = await visitor.open("/protocollen");
  const file = await visitor.open(`/protocollen/${dossier.reference}/1`);

  for (const words of [
    "Gemeente Voorbeeldegem",
    "Diploma's nakijken",
    "28 november 2026",
    "vanaf 1 januari 2027",
  ])
    expect(page.text).toContain(words);
  expect(page.html).toContain(`/protocollen/${dossier.reference}/1`);
  expect(file.status).toBe(303);
  expect(file.headers.get("location")).toContain(copy.s3Key);
  expect(file.headers.get("location")).not.toContain(signed.id);
  expect((await visitor.open(`/protocollen/${dossier.reference}/2`)).status).toBe(404);
  expect((await visitor.open("/")).text).toContain("Bekijk de protocollen");
});

it("without the setting there is no such page", async () => {
  const closed = new Visitor(createPublicApp({ ...site.publicDeps, publishesProtocols: false }));

  expect((await closed.open("/protocollen")).status).toBe(404);
  expect((await closed.open("/")).text).not.toContain("Bekijk de protocollen");
});

it("the task of a publication shows the file to publish", async () => {
  const task = { kind: "PublishByApplicant", stage: "PROTOCOL" } as const;
  const dossier = await site.given({ stage: "PROTOCOL" }, task);
  const copy = await site.document(dossier, {
    ...{ kind: "protocol-published", taskId: undefined, name: "om-te-publiceren.pdf" },
    by: { role: "system", id: "system", name: "LED" },
  });

  const page = await visitor.open(await site.taskLink(dossier, task));

  expect(page.root.querySelector("#to-publish")?.getAttribute("href")).toContain(copy.id);
});
