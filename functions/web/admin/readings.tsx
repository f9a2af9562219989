import { showDate } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { Reading } from "../../domain/reading.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { readersOf } from "../export/persons.ts";
import { thingRead } from "../ui/thing-read.nl.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import { Copy } from "./dossier-retention.tsx";
import { findDossierFor } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = keepingPages.readings;

const ReadingsTable = ({ readings, documents }: { readings: Reading[]; documents: StoredDocument[] }) => (
  <Table title={texts.title} headings={texts.table}>
    {readings.map((reading) => (
      <tr>
        <td data-label={texts.table[0]}>{showDate(reading.day)}</td>
        <td data-label={texts.table[1]}>{reading.by.name}</td>
        <td data-label={texts.table[2]}>{reading.by.roles.map((role) => audienceNames[role]).join(", ")}</td>
        <td data-label={texts.table[3]}>{thingRead(reading, documents)}</td>
      </tr>
    ))}
  </Table>
);

/** Lists the people of the LED who read a dossier (READING-01). */
export function readingRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/dossiers/:id/readings", async (c) => {
    const { dossier, documents } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const { items, next, unreadable } = await site.readings.list(dossier.id, c.req.query("next"));
    const back = site.addresses.at(`/admin/dossiers/${dossier.id}`);
    const page = (
      <>
        <p class="over">
          {dossier.reference} · {dossier.organisation.name}
        </p>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        <Unreadable keys={unreadable} />
        <ReadingsTable readings={items} documents={documents} />
        {next ? (
          <p>
            <a href={`${back}/readings?next=${encodeURIComponent(next)}`}>{texts.more}</a>
          </p>
        ) : (
          ""
        )}
        <h2>{keepingPages.section.copyTitle}</h2>
        <Copy persons={readersOf(items)} session={c.var.session} to={back} />
        <p>
          <a href={back}>{adminTexts.dossier.back}</a>
        </p>
      </>
    );
    return c.render(page, { title: texts.title });
  });
}
