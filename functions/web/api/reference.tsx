import * as z from "zod";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { Table } from "../ui/table.tsx";
import { openApiDocument } from "./openapi.ts";
import { BASE } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { referenceTexts as texts } from "./reference.nl.ts";

const Ref = z.looseObject({ $ref: z.string().optional() });
const Content = z.record(z.string(), z.object({ schema: Ref, example: z.unknown().optional() })).optional();
const Described = z.object({
  ...{ tags: z.array(z.string()), summary: z.string(), operationId: z.string() },
  parameters: z.array(
    z.object({
      ...{ name: z.string(), in: z.string(), required: z.boolean(), description: z.string().optional() },
      schema: z.looseObject({ type: z.string().optional(), enum: z.array(z.string()).optional() }),
    }),
  ),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content })),
});
type Described = z.infer<typeof Described>;
/** What the page shows of the OpenAPI document. */
const OpenApi = z.object({
  info: z.object({ description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Described)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

const Message = ({ title, content, at }: { title: string; content: z.infer<typeof Content>; at: At }) => {
  const [first] = Object.values(content ?? {});
  if (!first) return "";
  const name = first.schema.$ref?.split("/").at(-1);
  return (
    <>
      <p>
        {title}
        {name === undefined ? "" : ": "}
        {name === undefined ? "" : <a href={at(`/admin/api/${name}`)}>{name}</a>}
      </p>
      {first.example === undefined ? "" : <pre tabindex={0}>{json(first.example)}</pre>}
    </>
  );
};

type At = (path: string) => string;
type Shown = { method: string; path: string; described: Described };

const Operation = ({ of: { method, path, described }, at }: { of: Shown; at: At }) => {
  const { parameters, requestBody, responses, summary, operationId } = described;
  const [success, ...refusals] = Object.keys(responses).sort();
  return (
    <details id={operationId}>
      <summary>
        <code>
          {method.toUpperCase()} {path}
        </code>{" "}
        {summary}
      </summary>
      {parameters.length === 0 ? (
        ""
      ) : (
        <Table title={`${texts.parameters}: ${path}`} headings={texts.headings}>
          {parameters.map((one) => (
            <tr>
              <td data-label={texts.headings[0]}>
                <code>{one.name}</code>
              </td>
              <td data-label={texts.headings[1]}>{one.in}</td>
              <td data-label={texts.headings[2]}>{one.required ? texts.required : texts.optional}</td>
              <td data-label={texts.headings[3]}>
                {[one.description, one.schema.enum?.join(", ")].filter(Boolean).join(": ")}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Message title={texts.body} content={requestBody?.content} at={at} />
      <Message
        title={`${texts.answer} ${success ?? ""}`}
        content={responses[success ?? ""]?.content}
        at={at}
      />
      <p>
        {texts.statuses}: {refusals.join(", ")}
      </p>
    </details>
  );
};

/** The description of the API for people, from the OpenAPI document, without scripts. */
export function referenceRoutes(app: AdminApp, site: AdminSite) {
  const at: At = (path) => site.addresses.at(path);
  const document = () => OpenApi.parse(openApiDocument(OPERATIONS, site.definitions, site.site.publicUrl));

  app.get("/admin/api", (c) => {
    const { info, tags, paths } = document();
    const all = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]): Shown => ({ method, path, described })),
    );
    const page = (
      <div class="wide">
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        <p>
          {texts.server(site.site.publicUrl + BASE)}.{" "}
          <a href={at(`${BASE}/openapi.json`)}>{texts.document}</a>
        </p>
        <div lang="en">
          {info.description.split("\n\n").map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          {tags.map(({ name, description }) => (
            <section>
              <h2>{name}</h2>
              <p>{description}</p>
              {all
                .filter(({ described }) => described.tags.includes(name))
                .map((one) => (
                  <Operation of={one} at={at} />
                ))}
            </section>
          ))}
        </div>
      </div>
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/admin/api/:schema", (c) => {
    const name = c.req.param("schema");
    const { schemas } = document().components;
    if (!Object.hasOwn(schemas, name)) throw new Refusal("page-unknown");
    const page = (
      <div class="wide">
        <h1>{texts.schema(name)}</h1>
        <pre tabindex={0} lang="en">
          {json(schemas[name])}
        </pre>
        <p>
          <a href={at("/admin/api")}>{texts.back}</a>
        </p>
      </div>
    );
    return c.render(page, { title: texts.schema(name) });
  });
}
