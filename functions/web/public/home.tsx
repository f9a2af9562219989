import type { Hono } from "hono";
import { PROCESS } from "../../domain/process.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { PREPARATIONS } from "./preparations.ts";
import type { PublicSite } from "./public-site.ts";

type HomeProps = { contact: string; lostLink: string; prepare: (file: string) => string };

const Home = ({ contact, lostLink, prepare }: HomeProps) => {
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
      <h2>{texts.lostTitle}</h2>
      <p>
        {texts.lost} <a href={lostLink}>{texts.lostLink}</a>.
      </p>
    </>
  );
};

export function homeRoutes(app: Hono, { addresses }: PublicSite) {
  app.get("/", (c) => {
    c.header("cache-control", "public, max-age=300");
    const { at } = addresses;
    const prepare = (file: string) => at(`/voorbereiden/${file}`);
    const home = <Home contact={at("/contact")} lostLink={at("/link-kwijt")} prepare={prepare} />;
    return c.render(home, { title: webTexts.home.title });
  });
}
