import type { Hono } from "hono";
import { logger } from "../../adapters/shared/observability.ts";
import { NamedFailure } from "../../domain/errors.ts";
import { PROCESS } from "../../domain/process.ts";
import { ORGANISATION_TYPES } from "../../domain/organisation-kinds.ts";
import type { Names } from "../../domain/names-schema.ts";
import { organisationTypeName, stageNames } from "../../domain/texts.nl.ts";
import type { Statistics } from "../../domain/statistics.ts";
import { homeTexts, privacyTexts } from "./home.nl.ts";
import { PREPARATIONS } from "./preparations.ts";
import type { PublicSite } from "./public-site.ts";

type HomeProps = {
  contact: string;
  lostLink: string;
  published: string | undefined;
  prepare: (file: string) => string;
  names: Names;
  mailbox: string;
  /** The duration of earlier onboardings, as last counted. */
  toUse: Statistics["toUse"];
};

/** Figures over fewer onboardings mean little. */
const ENOUGH = 10;

/** What people want to know before they begin. */
const Before = ({ toUse }: Pick<HomeProps, "toUse">) => {
  const texts = homeTexts;
  return (
    <>
      <h2>{texts.whoTitle}</h2>
      <p>{texts.who}</p>
      <ul>
        {ORGANISATION_TYPES.map((type) => (
          <li>{organisationTypeName(type)}</li>
        ))}
      </ul>
      <h2>{texts.longTitle}</h2>
      {toUse && toUse.count >= ENOUGH ? <p>{texts.took(toUse)}</p> : ""}
      <p>{texts.long}</p>
      <h2>{texts.costTitle}</h2>
      <p>{texts.cost}</p>
      <h2>{texts.channelsTitle}</h2>
      {texts.channels.map((channel) => (
        <p>{channel}</p>
      ))}
      <h2>{texts.needTitle}</h2>
      <ul>
        {texts.need.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </>
  );
};

/** Who can help, as far as it is configured. */
const Desk = ({ names, mailbox }: Pick<HomeProps, "names" | "mailbox">) => {
  const texts = homeTexts;
  const { name, telephone } = names.deskContact ?? {};
  return (
    <>
      <h2>{texts.deskTitle}</h2>
      <p>
        <a href={`mailto:${mailbox}`}>{texts.desk(mailbox)}</a>
      </p>
      {telephone === undefined ? "" : <p>{texts.telephone(name, telephone)}</p>}
      <p>{texts.address(names.postalAddress)}</p>
    </>
  );
};

const Home = ({ toUse, contact, lostLink, published, prepare, names, mailbox }: HomeProps) => {
  const texts = homeTexts;
  return (
    <>
      <h1>{texts.title}</h1>
      {texts.intro.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <Before toUse={toUse} />
      <h2>{texts.stepsTitle}</h2>
      <ol class="spaced">
        {PROCESS.map(({ stage }) => (
          <li>
            <strong>{stageNames[stage]}</strong>. {texts.steps[stage]}
          </li>
        ))}
      </ol>
      <h2>{texts.startTitle}</h2>
      <p>{texts.start}</p>
      <p>{texts.channel}</p>
      <p>
        <a class="button" href={contact}>
          {texts.button}
        </a>
      </p>
      <h2>{texts.prepareTitle}</h2>
      <p>{texts.prepare}</p>
      <ul>
        {PREPARATIONS.map((name) => (
          <li>
            {texts.preparations[name]}: <a href={prepare(`${name}.docx`)}>{texts.word}</a>,{" "}
            <a href={prepare(`${name}.pdf`)}>{texts.pdf}</a>
          </li>
        ))}
      </ul>
      {published === undefined ? (
        ""
      ) : (
        <p>
          <a href={published}>{texts.published}</a>
        </p>
      )}
      <Desk names={names} mailbox={mailbox} />
      <h2>{texts.lostTitle}</h2>
      <p>
        {texts.lost} <a href={lostLink}>{texts.lostLink}</a>.
      </p>
    </>
  );
};

/** What this site adds to the privacy notice of the agency. */
const Privacy = ({ notice }: { notice: string }) => {
  const texts = privacyTexts;
  return (
    <>
      <h1>{texts.title}</h1>
      {texts.paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <a href={notice}>{texts.notice}</a>
      </p>
    </>
  );
};

/** The home page is shown without the figures when the table cannot be read. */
function leaveOut(error: unknown): undefined {
  logger.warn("FIGURES_LEFT_OUT", error instanceof NamedFailure ? { code: error.message } : {});
}

export function homeRoutes(app: Hono, { site, addresses, publishesProtocols, lines }: PublicSite) {
  app.get("/", async (c) => {
    c.header("cache-control", "public, max-age=300");
    const { at } = addresses;
    const prepare = (file: string) => at(`/voorbereiden/${file}`);
    const published = publishesProtocols ? at("/protocollen") : undefined;
    const links = { contact: at("/contact"), lostLink: at("/link-kwijt"), published };
    const desk = { names: site.names, mailbox: site.mailboxes.ledTeam };
    const toUse = (await lines.findStatistics().catch(leaveOut))?.toUse;
    const home = <Home {...links} {...desk} toUse={toUse} prepare={prepare} />;
    return c.render(home, { title: homeTexts.title });
  });

  app.get("/privacy", (c) => {
    c.header("cache-control", "public, max-age=300");
    const page = <Privacy notice={site.names.links.privacyNotice} />;
    return c.render(page, { title: privacyTexts.title });
  });
}
