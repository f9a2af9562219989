import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Names } from "../../domain/names-schema.ts";
import type { Addresses } from "../http/addresses.ts";
import { ASSETS } from "./assets.ts";
import { FormIds } from "./form/form-id.tsx";
import { webTexts } from "./texts.nl.ts";

export type PageProps = {
  title: string;
  /** Something was refused; the title starts with it, because a screen reader reads the title first. */
  hasProblems?: boolean;
};

declare module "hono" {
  interface ContextRenderer {
    (content: Child, props: PageProps): Response | Promise<Response>;
  }
}

type LayoutProps = PageProps & {
  addresses: Addresses;
  names: Names;
  home: string;
  /** Beside the site name: navigation and signing out. */
  top?: Child;
  /** Id of the forms on the page. */
  formId: string;
  children: Child;
};

const Footer = ({ addresses, names }: { addresses: Addresses; names: Names }) => (
  <footer>
    <div class="wrap">
      {webTexts.footer.by(names.agencyInFull)}
      <ul>
        <li>
          <a href={addresses.at("/privacy")}>{webTexts.footer.privacy}</a>
        </li>
        <li>
          <a href={addresses.at("/toegankelijkheid")}>{webTexts.footer.accessibility}</a>
        </li>
        <li>
          <a href={names.links.led}>{webTexts.footer.led}</a>
        </li>
      </ul>
    </div>
  </footer>
);

/** The frame of every page: head, skip link, header and footer. */
export const layout = ({
  title,
  hasProblems,
  addresses,
  names,
  home,
  top,
  formId,
  children,
}: LayoutProps) => {
  const whole = (
    <html lang="nl-BE">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>
          {hasProblems ? webTexts.problemInTitle : ""}
          {title} - {webTexts.site}
        </title>
        <link rel="stylesheet" href={addresses.at(ASSETS.style.path)} />
        <script type="module" src={addresses.at(ASSETS.script.path)} />
        <link rel="icon" type="image/svg+xml" href={addresses.at(ASSETS.favicon.path)} />
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
          {webTexts.skip}
        </a>
        <header>
          <p class="wrap owner">{names.department}</p>
          <div class="wrap bar">
            <a class="brand" href={home}>
              {webTexts.site}
            </a>
            <FormIds.Provider value={formId}>{top}</FormIds.Provider>
          </div>
        </header>
        <main class="wrap" id="inhoud" tabindex={-1}>
          <FormIds.Provider value={formId}>{children}</FormIds.Provider>
        </main>
        <Footer addresses={addresses} names={names} />
      </body>
    </html>
  );
  return html`<!doctype html>${whole}`;
};
