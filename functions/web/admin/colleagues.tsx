import { showMoment, toInstant } from "../../domain/calendar.ts";
import type { Session } from "../../domain/ports.ts";
import type { Colleague } from "../../domain/staff.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { endSessionsOf, maySignedIn } from "../team/end-sessions.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { adminTexts } from "./texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = adminTexts.colleagues;

type RowProps = { colleague: Colleague; session: Session; to: string; isOpen: boolean };
const Row = ({ colleague, session, to, isOpen }: RowProps) => (
  <tr>
    <td data-label={texts.table[0]}>{colleague.name}</td>
    <td data-label={texts.table[1]}>{colleague.roles.map((role) => audienceNames[role]).join(", ")}</td>
    <td data-label={texts.table[2]}>{showMoment(colleague.seenAt)}</td>
    <td data-label={texts.table[3]}>
      {isOpen ? (
        <form method="post" action={`${to}/sign-out`}>
          <Csrf session={session} />
          <input type="hidden" name="subject" value={colleague.subject} />
          <button class="plain">
            {texts.end}
            <span class="visually-hidden"> ({colleague.name})</span>
          </button>
        </form>
      ) : colleague.ended ? (
        texts.ended(colleague.ended.by, colleague.ended.at)
      ) : (
        texts.notSignedIn
      )}
    </td>
  </tr>
);

/** Lists the signed-in people of the LED, and ends the sessions of a colleague. */
export function colleagueRoutes(app: AdminApp, site: AdminSite) {
  const to = site.addresses.at("/admin/colleagues");

  app.get("/admin/colleagues", async (c) => {
    const now = toInstant(site.now());
    const colleagues = await site.staff.listColleagues();
    const { session } = c.var;
    const page = (
      <>
        <h1>{texts.title}</h1>
        {c.req.query("notice") === "ended" ? (
          <p class="done" role="status">
            {texts.done}
          </p>
        ) : (
          ""
        )}
        <p>{texts.intro}</p>
        <Table title={texts.title} headings={texts.table}>
          {colleagues.map((colleague) => (
            <Row {...{ colleague, session, to }} isOpen={maySignedIn(colleague, now)} />
          ))}
        </Table>
      </>
    );
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/colleagues/sign-out", async (c) => {
    const subject = (await readOwnForm(c)).get("subject") ?? "";
    if (!(await endSessionsOf(site, subject, c.var.caller))) throw new Refusal("page-unknown");
    return c.redirect(`${to}?notice=ended`, 303);
  });
}
