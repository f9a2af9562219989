import { showDate } from "../../domain/calendar.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = keepingPages.deleted;
type Lines = Awaited<ReturnType<AdminSite["tombstones"]["list"]>>["items"];

const DeletedTable = ({ lines, to }: { lines: Lines; to: (id: string) => string }) => (
  <Table title={texts.title} headings={[adminTexts.table.reference, texts.at]}>
    {lines.map(({ id, reference, deletedAt }) => (
      <tr>
        <td data-label={adminTexts.table.reference}>
          <a href={to(id)}>{reference}</a>
        </td>
        <td data-label={texts.at}>{showDate(deletedAt)}</td>
      </tr>
    ))}
  </Table>
);

/** Lists the declarations of deleted dossiers. */
export function deletedDossierRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/deleted-dossiers", async (c) => {
    const { items, next, unreadable } = await site.tombstones.list(c.req.query("next"));
    const to = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);
    const more = next && site.addresses.at(`/admin/deleted-dossiers?next=${encodeURIComponent(next)}`);
    const page = (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        <Unreadable keys={unreadable} />
        {items.length === 0 ? <p>{texts.none}</p> : <DeletedTable lines={items} to={to} />}
        {more ? (
          <p>
            <a href={more}>{texts.more}</a>
          </p>
        ) : (
          ""
        )}
      </>
    );
    return c.render(page, { title: texts.title });
  });
}
