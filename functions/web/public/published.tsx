import type { Hono } from "hono";
import { showDate } from "../../domain/calendar.ts";
import type { Publication } from "../../domain/publication.ts";
import { Refusal } from "../http/refusals.ts";
import { addressOfDocument } from "../ui/task/give-document.ts";
import type { PublicSite } from "./public-site.ts";
import { publishedTexts as texts } from "./published.nl.ts";
import { Table } from "../ui/table.tsx";

type ListProps = { items: Publication[]; fileOf: (publication: Publication) => string };

const List = ({ items, fileOf }: ListProps) => (
  <Table title={texts.title} headings={texts.table}>
    {items.map((publication) => (
      <tr>
        <td data-label={texts.table[0]}>{publication.organisation}</td>
        <td data-label={texts.table[1]}>{publication.purpose}</td>
        <td data-label={texts.table[2]}>{showDate(publication.signedOn)}</td>
        <td data-label={texts.table[3]}>{texts.term(publication.start, publication.end)}</td>
        <td>
          <a href={fileOf(publication)}>{texts.file(publication.organisation)}</a>
        </td>
      </tr>
    ))}
  </Table>
);

/** The page that lists the signed protocols, where configuration wants it. */
export function publishedRoutes(app: Hono, site: PublicSite) {
  const { at } = site.addresses;
  const mustPublish = () => {
    if (!site.publishesProtocols) throw new Refusal("page-unknown");
  };

  app.get("/protocollen", async (c) => {
    mustPublish();
    const { items, next } = await site.publications.list(c.req.query("next"));
    c.header("cache-control", "public, max-age=300");
    const page = (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        {items.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <List items={items} fileOf={({ reference, pass }) => at(`/protocollen/${reference}/${pass}`)} />
        )}
        {next === undefined ? (
          ""
        ) : (
          <p>
            <a href={`${at("/protocollen")}?next=${encodeURIComponent(next)}`}>{texts.more}</a>
          </p>
        )}
        <p>
          <a href={at("/")}>{texts.toHome}</a>
        </p>
      </>
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/protocollen/:reference/:pass{[1-9][0-9]{0,3}}", async (c) => {
    mustPublish();
    const { reference, pass } = c.req.param();
    const found = await site.publications.find(reference, Number(pass));
    const document = found && (await site.documents.find(found.dossierId, found.documentId));
    if (!document) throw new Refusal("page-unknown");
    return c.redirect(await addressOfDocument(site.documents, document), 303);
  });
}
