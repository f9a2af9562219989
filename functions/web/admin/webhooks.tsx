import { showMoment } from "../../domain/calendar.ts";
import type { Session } from "../../domain/ports.ts";
import type { OutgoingEvent, Webhook } from "../../domain/webhook.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { FormId } from "../ui/form/form-id.tsx";
import { Table } from "../ui/table.tsx";
import { Unreadable } from "../ui/unreadable.tsx";
import { Csrf, readOwnForm } from "./guard.tsx";
import { webhookTexts as texts } from "./webhooks.nl.ts";

type Props = { site: AdminSite; session: Session };

/** What a form sends: one delivery by its place, or all of a webhook. */
type Replayed = { place: string } | { webhook: string };

const Replay = ({ site, session, which, button, about }: Props & ReplayProps) => {
  const [[name, value] = ["", ""]] = Object.entries(which);
  return (
    <form method="post" action={site.addresses.at("/admin/webhooks/replay")}>
      <Csrf session={session} />
      <FormId />
      <input type="hidden" name={name} value={value} />
      <button class="second">
        {button}
        <span class="visually-hidden">{` (${about})`}</span>
      </button>
    </form>
  );
};
type ReplayProps = { which: Replayed; button: string; about: string };

const WebhookRow = ({ webhook, ...props }: Props & { webhook: Webhook }) => (
  <tr>
    <td data-label={texts.address}>{webhook.address}</td>
    <td data-label={texts.events}>
      {webhook.events?.map((event) => texts.types[event]).join(", ") ?? texts.all}
    </td>
    <td data-label={texts.since}>{showMoment(webhook.at)}</td>
    <td data-label={texts.by}>{webhook.by.name}</td>
    <td data-label={texts.act}>
      <Replay {...props} which={{ webhook: webhook.id }} button={texts.allAgain} about={webhook.address} />
      <form method="post" action={props.site.addresses.at(`/admin/webhooks/${webhook.id}/removal`)}>
        <Csrf session={props.session} />
        <FormId />
        <button class="second">
          {texts.remove}
          <span class="visually-hidden">{` (${webhook.address})`}</span>
        </button>
      </form>
    </td>
  </tr>
);

const GivenUpRow = (props: Props & { delivery: OutgoingEvent; address: string }) => {
  const { delivery, address, site } = props;
  const { type, timestamp, data } = delivery.event;
  return (
    <tr>
      <td data-label={texts.event}>{texts.types[type]}</td>
      <td data-label={texts.dossier}>
        <a href={site.addresses.at(`/admin/dossiers/${data.dossier}`)}>{data.reference}</a>
      </td>
      <td data-label={texts.at}>{showMoment(timestamp)}</td>
      <td data-label={texts.address}>{address}</td>
      <td data-label={texts.failure}>{delivery.failure ?? ""}</td>
      <td data-label={texts.act}>
        <Replay
          {...props}
          which={{ place: delivery.place }}
          button={texts.again}
          about={`${data.reference}, ${texts.types[type]}`}
        />
      </td>
    </tr>
  );
};

/** The programs that are told of events, and what could not be delivered to them. */
export function webhookRoutes(app: AdminApp, site: AdminSite) {
  const home = site.addresses.at("/admin/webhooks");

  app.get("/admin/webhooks", async (c) => {
    const props = { site, session: c.var.session };
    const [webhooks, givenUp] = await Promise.all([
      site.webhooks.list(),
      site.outbox.list("given-up", c.req.query("next")),
    ]);
    const addressOf = (id: string) => webhooks.find((one) => one.id === id)?.address ?? texts.unknown;
    const notice = { removed: texts.removed, replayed: texts.replayed }[c.req.query("notice") ?? ""];
    const page = (
      <>
        <h1>{texts.title}</h1>
        {notice === undefined ? (
          ""
        ) : (
          <p class="done" role="status">
            {notice}
          </p>
        )}
        <p>{texts.intro}</p>
        {webhooks.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <Table
            title={texts.title}
            headings={[texts.address, texts.events, texts.since, texts.by, texts.act]}
          >
            {webhooks.map((webhook) => (
              <WebhookRow {...props} webhook={webhook} />
            ))}
          </Table>
        )}
        <h2>{texts.givenUp}</h2>
        <Unreadable keys={givenUp.unreadable} />
        <p>{givenUp.items.length === 0 ? texts.noneGivenUp : texts.givenUpIntro}</p>
        {givenUp.items.length === 0 ? (
          ""
        ) : (
          <Table
            title={texts.givenUp}
            headings={[texts.event, texts.dossier, texts.at, texts.address, texts.failure, texts.act]}
          >
            {givenUp.items.map((delivery) => (
              <GivenUpRow {...props} delivery={delivery} address={addressOf(delivery.webhook)} />
            ))}
          </Table>
        )}
        {givenUp.next === undefined ? (
          ""
        ) : (
          <p>
            <a href={`${home}?next=${encodeURIComponent(givenUp.next)}`}>{texts.more}</a>
          </p>
        )}
      </>
    );
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/webhooks/:webhookId/removal", async (c) => {
    await readOwnForm(c);
    await site.webhooks.remove(c.req.param("webhookId"));
    return c.redirect(`${home}?notice=removed`, 303);
  });

  app.post("/admin/webhooks/replay", async (c) => {
    const form = await readOwnForm(c);
    const [place, webhook] = [form.get("place"), form.get("webhook")];
    if (place) await site.replayDeliveries({ place });
    else if (webhook) await site.replayDeliveries({ webhook });
    else throw new Refusal("bad-request");
    return c.redirect(`${home}?notice=replayed`, 303);
  });
}
