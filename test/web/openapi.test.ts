import { describe, expect, it } from "vitest";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { ANSWER_EXAMPLES } from "../../functions/web/api/answer-examples.ts";
import { ANSWERS } from "../../functions/web/api/answer-schemas.ts";
import { keyOf, parametersIn } from "../../functions/web/api/operation.ts";
import { parameterOf } from "../../functions/web/api/parameters.ts";
import { openApiDocument } from "../../functions/web/api/openapi.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
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
const document = openApiDocument(OPERATIONS, TASKS, "https://led.example");
const { paths, components } = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), Operation)),
    components: z.object({
      schemas: z.record(z.string(), Schema),
      responses: z.record(z.string(), z.unknown()),
    }),
  })
  .parse(document);
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method} ${path}`, method, ...operation })),
);
const codesOf = (path: string, method: string) => Object.keys(paths[path]?.[method]?.responses ?? {});

describe("the description of the API", () => {
  it("has one success with its answer for each operation, and the real statuses of refusals", () => {
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
      "412",
      "422",
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
      "412",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
    expect(codesOf("/openapi.json", "get")).toEqual(["200", "400", "500", "503"]);
  });

  it("is good OpenAPI, and its examples have their schemas", async () => {
    // A redirect is a success here.
    const rules = { "operation-2xx-response": "off" } as const;
    const config = await createConfig({ extends: ["recommended-strict"], rules });
    const problems = await lintFromString({ source: JSON.stringify(document), config });

    expect(problems.map(({ ruleId, message, location: [at] }) => [ruleId, message, at?.pointer])).toEqual([]);
  });

  it("gives moments and dates their format, as its examples and answers have them", () => {
    const { DossierPage } = components.schemas;

    expect(JSON.stringify(DossierPage)).toContain('"openedAt":{"type":"string","format":"date-time"}');
    expect(JSON.stringify(components.schemas["ReadingPage"])).toContain('"format":"date"');
  });

  it("refers to existing schemas, and contains nothing about the layout of fields", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");

    const refusals = [...text.matchAll(/"#\/components\/responses\/(\d+)"/g)].map(
      ([, status]) => status ?? "",
    );

    expect(names.filter((name) => !(name in components.schemas))).toEqual([]);
    expect([...new Set(refusals)].sort()).toEqual(Object.keys(components.responses).sort());
    expect(Object.keys(components.schemas).filter((name) => !names.includes(name))).toEqual([]);
    expect(text).not.toContain('"widget"');
  });

  it("marks where PRIV-01 can be confirmed, and which bodies are optional", () => {
    const confirmed = Object.entries(components.schemas)
      .filter(([, schema]) => "noNationalNumber" in (schema.properties ?? {}))
      .map(([name]) => name);
    const optional = operations.filter(({ requestBody }) => requestBody?.required === false);

    expect(confirmed.sort()).toEqual(
      [
        "AmendmentInput",
        "EndOfUseInput",
        "HoldInput",
        "MailAnswerInput",
        "MessageInput",
        "NoteInput",
        "OrganisationInput",
        "OtherDocumentInput",
        "ReasonInput",
        "TeamContactFormInput",
      ].sort(),
    );
    expect(JSON.stringify(components.schemas["PersonOfDossierInput"])).toContain("noNationalNumber");
    for (const name of ["ReasonInput", "HoldInput", "NoteInput", "AmendmentInput"])
      expect(components.schemas[name]?.additionalProperties, name).toBe(false);
    expect(optional.map(({ key }) => key.replace(/.*\//, "")).sort()).toEqual([
      "claim",
      "claim",
      "exports",
      "handler",
      "removal",
      "resume",
    ]);
  });
});

describe("an example", () => {
  const decisions = Object.values(TASKS).flatMap(({ outcomes }) => Object.entries(outcomes));
  const Decision = z.object({ outcome: z.string(), fields: z.record(z.string(), z.unknown()) });

  it.each(OPERATIONS.filter(({ body }) => body).map((one) => [keyOf(one), one] as const))(
    "of the input of %s is accepted",
    (_key, { body, example }) => {
      expect(body?.schema.safeParse(example?.body).error).toBeUndefined();
      if (body?.described !== "by-task")
        return expect(body?.described.safeParse(example?.body).error).toBeUndefined();
      const { outcome, fields } = Decision.parse(example?.body);
      const accepts = decisions.some(
        ([name, schema]) => name === outcome && schema.safeParse(fields).success,
      );
      expect(accepts).toBe(true);
    },
  );

  it.each(OPERATIONS.filter(({ query }) => query).map((one) => [keyOf(one), one] as const))(
    "of the query of %s is accepted",
    (_key, { query, example }) => expect(query?.safeParse(example?.query ?? {}).error).toBeUndefined(),
  );

  it.each(Object.entries(ANSWERS))("of the answer %s matches its schema", (name, schema) => {
    const example = (ANSWER_EXAMPLES as Record<string, unknown>)[name];

    expect(schema.parse(example)).toEqual(example);
  });

  it("exists for every parameter in a path, and is valid", () => {
    for (const name of new Set(OPERATIONS.flatMap(({ path }) => parametersIn(path)))) {
      const [example] = z.array(z.unknown()).parse(parameterOf(name).meta()?.examples);

      expect(parameterOf(name).safeParse(example).error, name).toBeUndefined();
    }
  });
});

describe("an undescribed answer", () => {
  const note = { id: "1", at: "x", by: { role: "led-team", id: "1", name: "Lies" }, text: "x" };
  const call = (status: number, body: object) => () =>
    mustBeDescribed({ method: "POST", path: "/dossiers/1/notes", status, text: JSON.stringify(body) });

  it("fails every test that calls the API", () => {
    expect(call(201, note)).not.toThrow();
    expect(call(418, {})).toThrow("not described");
    expect(call(201, { ...note, clocks: {} })).toThrow("clocks");
    expect(call(201, { ...note, text: undefined })).toThrow();
  });
});
