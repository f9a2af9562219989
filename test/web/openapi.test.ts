import { describe, expect, it } from "vitest";
import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { openApiDocument } from "../../functions/web/api/openapi.ts";
import { mustBeDescribed } from "../journey/as-described.ts";

const Operation = z.object({
  requestBody: z.object({ required: z.boolean() }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
    }),
  ),
});
const Schema = z.looseObject({
  additionalProperties: z.boolean().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
const document = openApiDocument(TASKS, "https://led.example");
const { paths, components } = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), Operation)),
    components: z.object({ schemas: z.record(z.string(), Schema) }),
  })
  .parse(document);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method} ${path}`, method, ...operation })),
);
const codesOf = (path: string, method: string) => Object.keys(paths[path]?.[method]?.responses ?? {});

describe("the description of the API", () => {
  it("tells of each operation one success with its answer, and the real codes of what is not served", () => {
    for (const { key, responses } of operations) {
      const codes = Object.keys(responses);
      const [success, ...others] = codes.filter((code) => code < "400");

      expect([key, others]).toEqual([key, []]);
      expect(
        codes.every((code) => /^\d{3}$/.test(code)),
        key,
      ).toBe(true);
      const told = responses[success ?? ""]?.content?.["application/json"]?.schema;
      if (success === "200" || success === "201") expect(told, key).toBeDefined();
      else expect(told, key).toBeUndefined();
    }
    expect(codesOf("/dossiers/{id}/tasks/{taskId}/link", "post")).toEqual([
      "204",
      "400",
      "401",
      "403",
      "404",
      "409",
      "410",
      "429",
      "500",
      "503",
    ]);
    expect(codesOf("/dossiers/{id}/notes", "post")).toEqual([
      "201",
      "400",
      "401",
      "403",
      "404",
      "409",
      "410",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
    expect(codesOf("/openapi.json", "get")).toEqual(["200", "500", "503"]);
  });

  it("refers to schemas that are there, and says nothing of how a page shows a field", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");

    expect(names.filter((name) => !(name in components.schemas))).toEqual([]);
    expect(Object.keys(components.schemas).filter((name) => !names.includes(name))).toEqual([]);
    expect(text).not.toContain('"widget"');
  });

  it("knows where PRIV-01 can be answered, and which bodies may be left out", () => {
    const confirmed = Object.entries(components.schemas)
      .filter(([, schema]) => "noNationalNumber" in (schema.properties ?? {}))
      .map(([name]) => name);
    const optional = operations.filter(({ requestBody }) => requestBody?.required === false);

    expect(confirmed.sort()).toEqual(
      [
        "AmendmentInput",
        "EndOfUseInput",
        "HoldInput",
        "MessageInput",
        "NoteInput",
        "ReasonInput",
        "TeamContactFormInput",
      ].sort(),
    );
    expect(JSON.stringify(components.schemas["PersonOfDossierInput"])).toContain("noNationalNumber");
    for (const name of ["ReasonInput", "HoldInput", "NoteInput", "AmendmentInput"])
      expect(components.schemas[name]?.additionalProperties, name).toBe(false);
    expect(optional.map(({ key }) => key.replace(/.*\//, "")).sort()).toEqual([
      "claim",
      "exports",
      "removal",
      "resume",
    ]);
  });
});

describe("an answer that is not as described", () => {
  const note = { id: "1", at: "x", by: { role: "led-team", id: "1", name: "Lies" }, text: "x" };
  const call = (status: number, body: object) => () =>
    mustBeDescribed({ method: "POST", path: "/dossiers/1/notes", status, text: JSON.stringify(body) });

  it("is noticed by every test that calls the API", () => {
    expect(call(201, note)).not.toThrow();
    expect(call(418, {})).toThrow("not described");
    expect(call(201, { ...note, clocks: {} })).toThrow("clocks");
    expect(call(201, { ...note, text: undefined })).toThrow();
  });
});
