import type { Hono } from "hono";
import { PROCESS } from "../../domain/process.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { PREPARATIONS } from "./preparations.ts";
import type { PublicSite } from "./public-site.ts";

type HomeProps = {
  contact: string;
  lostLink: string;
  published: string | undefined;
  prepare: (file: string) => string;
};

const Home = ({ contact, lostLink, published, prepare }: HomeProps) => {
  const texts = webTexts.home;
  return (
    <>
      <h1>{texts.title}</h1>
      {texts.intro.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
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
      <h2>{texts.lostTitle}</h2>
      <p>
        {texts.lost} <a href={lostLink}>{texts.lostLink}</a>.
      </p>
    </>
  );
};

/** What this site adds to the privacy notice of the agency. */
const Privacy = ({ notice }: { notice: string }) => {
  const texts = webTexts.privacy;
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

export function homeRoutes(app: Hono, { site, addresses, publishesProtocols }: PublicSite) {
  app.get("/", (c) => {
    c.header("cache-control", "public, max-age=300");
    const { at } = addresses;
    const prepare = (file: string) => at(`/voorbereiden/${file}`);
    const published = publishesProtocols ? at("/protocollen") : undefined;
    const links = { contact: at("/contact"), lostLink: at("/link-kwijt"), published };
    const home = <Home {...links} prepare={prepare} />;
    return c.render(home, { title: webTexts.home.title });
  });

  app.get("/privacy", (c) => {
    c.header("cache-control", "public, max-age=300");
    const page = <Privacy notice={site.names.links.privacyNotice} />;
    return c.render(page, { title: webTexts.privacy.title });
  });
}
