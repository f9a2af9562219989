import type { Hono } from "hono";
import { showDate } from "../../domain/calendar.ts";
import { NAMES } from "../../domain/names.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { accessibilityTexts as texts } from "./accessibility.nl.ts";
import type { PublicSite } from "./public-site.ts";

const Statement = ({ mailbox }: { mailbox: string }) => (
  <>
    <h1>{texts.title}</h1>
    {texts.intro(webTexts.site).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <h2>{texts.status.title}</h2>
    <p>{texts.status.text}</p>
    <h2>{texts.exceptions.title}</h2>
    <ul>
      {texts.exceptions.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
    <p>{texts.exceptions.remedy}</p>
    <h2>{texts.made.title}</h2>
    <p>{texts.made.text(showDate(NAMES.accessibilityAssessedOn))}</p>
    <h2>{texts.feedback.title}</h2>
    <p>
      {texts.feedback.text} <a href={`mailto:${mailbox}`}>{mailbox}</a>.
    </p>
    <h2>{texts.complaint.title}</h2>
    <p>
      {texts.complaint.text}{" "}
      <a href={NAMES.links.ombudsman}>{NAMES.links.ombudsman.replace("https://", "")}</a>.
    </p>
    <p>
      {texts.more.text} <a href={NAMES.links.accessibility}>{texts.more.link}</a>.
    </p>
  </>
);

/** The accessibility statement, which the law asks of every site of a public body. */
export function accessibilityRoutes(app: Hono, { site }: PublicSite) {
  app.get("/toegankelijkheid", (c) => {
    c.header("cache-control", "public, max-age=300");
    return c.render(<Statement mailbox={site.mailboxes.ledTeam} />, { title: texts.title });
  });
}
