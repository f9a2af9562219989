import { showMoment, toInstant } from "../../domain/calendar.ts";
import type { Session, Unsent } from "../../domain/ports.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { listUnsentMails, type UnsentLine, UnsentMailKey } from "../team/unsent-mails.ts";
import { Table } from "../ui/table.tsx";
import { Unreadable } from "../ui/unreadable.tsx";
import { Csrf, readOwnForm } from "./guard.tsx";
import { adminTexts } from "./texts.nl.ts";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

const { unsent: texts } = workflowPageTexts;
const HEADINGS = [adminTexts.table.reference, texts.mail, texts.since, texts.last, texts.state, texts.error];

type Props = { site: AdminSite; session: Session };

const Forget = ({ mail, site, session }: Props & { mail: UnsentLine }) => (
  <form method="post" action={site.addresses.at("/admin/mails")}>
    <Csrf session={session} />
    <input type="hidden" name="about" value={mail.about} />
    <input type="hidden" name="key" value={mail.key} />
    <button class="second">
      {texts.forget}
      <span class="visually-hidden">{` (${mail.reference ?? texts.noDossier}, ${mail.key})`}</span>
    </button>
  </form>
);

const Line = (props: Props & { mail: UnsentLine }) => {
  const { mail, site } = props;
  return (
    <tr>
      <td data-label={adminTexts.table.reference}>
        {mail.reference === undefined ? (
          texts.noDossier
        ) : (
          <a href={site.addresses.at(`/admin/dossiers/${mail.about}`)}>{mail.reference}</a>
        )}
      </td>
      <td data-label={texts.mail}>{mail.template}</td>
      <td data-label={texts.since}>{showMoment(mail.since)}</td>
      <td data-label={texts.last}>{showMoment(mail.at)}</td>
      <td data-label={texts.state}>
        {texts.states[mail.state]}
        {mail.state === "waiting" ? <Forget {...props} /> : ""}
      </td>
      <td data-label={texts.error}>{mail.failure ?? ""}</td>
    </tr>
  );
};

type Found = Awaited<ReturnType<typeof listUnsentMails>>;
type ListProps = Props & { which: Unsent; found: Found; none: string; help: string };

const List = ({ which, found: { items, next, unreadable }, none, help, ...props }: ListProps) => (
  <section aria-labelledby={which}>
    <h2 id={which}>{texts[which]}</h2>
    <Unreadable keys={unreadable} />
    <p>{items.length === 0 ? none : help}</p>
    {items.length === 0 ? (
      ""
    ) : (
      <Table title={texts[which]} headings={HEADINGS}>
        {items.map((mail) => (
          <Line mail={mail} {...props} />
        ))}
      </Table>
    )}
    {next === undefined ? (
      ""
    ) : (
      <p>
        <a href={props.site.addresses.at(`/admin/mails?${which}=${encodeURIComponent(next)}`)}>
          {texts.more}
        </a>
      </p>
    )}
  </section>
);

/** Lists the mails that are not sent: those that wait, and those whose address was refused. */
export function unsentMailRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/mails", async (c) => {
    const props = { site, session: c.var.session };
    const waiting = await listUnsentMails(site, "waiting", c.req.query("waiting"));
    const refused = await listUnsentMails(site, "refused", c.req.query("refused"));
    const page = (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
        <List {...props} which="waiting" found={waiting} none={texts.noneWaiting} help={texts.forgetHelp} />
        <List {...props} which="refused" found={refused} none={texts.noneRefused} help={texts.refusedHelp} />
      </>
    );
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/mails", async (c) => {
    const { data: mail } = UnsentMailKey.safeParse(Object.fromEntries(await readOwnForm(c)));
    if (!mail) throw new Refusal("bad-request");
    await site.mails.forget(mail.about, mail.key, toInstant(site.now()));
    return c.redirect(site.addresses.at("/admin/mails"), 303);
  });
}
