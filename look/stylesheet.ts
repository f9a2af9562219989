import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { parse, type Root } from "postcss";

/** Components of NL Design System and Utrecht that style elements, or classes by the names of the package. */
const COMPONENTS = [
  "@nl-design-system-candidate/heading-css/dist/html/heading.css",
  "@nl-design-system-candidate/paragraph-css/dist/html/paragraph.css",
  "@nl-design-system-candidate/link-css/dist/html/link.css",
  "@nl-design-system-candidate/button-css/dist/html/button.css",
  "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
  "@utrecht/form-label-css/dist/html/index.css",
  "@utrecht/form-fieldset-css/dist/html/index.css",
  "@utrecht/form-field-css/dist/index.css",
  "@utrecht/form-field-description-css/dist/index.css",
  "@utrecht/form-field-error-message-css/dist/index.css",
  "@utrecht/textbox-css/dist/html/index.css",
  "@utrecht/textarea-css/dist/html/index.css",
  "@utrecht/select-css/dist/html/index.css",
  "@utrecht/table-css/dist/html/index.css",
  "@utrecht/alert-css/dist/index.css",
  "@utrecht/page-header-css/dist/index.css",
  "@utrecht/page-footer-css/dist/index.css",
];

/** Selectors of the components, and the elements and classes of the pages that get their style. */
const OURS: [RegExp, string][] = [
  // No button is ever disabled.
  [/:not\(\[aria-disabled=true i\],:disabled\)/g, ""],
  [/(?<![\w=.-])button(?![\w-])/g, ":is(button,a.button:any-link)"],
  [/\.utrecht-alert(?![\w-])/g, ":is(.notice,.told,.done,.summary)"],
  [/\.utrecht-alert--info/g, ":is(.notice,.told)"],
  [/\.utrecht-alert--ok/g, ".done"],
  [/\.utrecht-alert--error/g, ".summary"],
  [/\.utrecht-form-field(?![\w-])/g, ".field"],
  [/\.utrecht-form-field--invalid/g, ".has-problem"],
  [/\.utrecht-form-field-description(?![\w-])/g, ".hint"],
  [/\.utrecht-form-field-error-message(?![\w-])/g, ".problem"],
  [/\.utrecht-page-header(?![\w-])/g, "body>header"],
  [/\.utrecht-page-footer(?![\w-])/g, "body>footer"],
];
/** What no page has: other classes of the packages, states and kinds of input. */
const UNUSED =
  /\.(utrecht|nl-button|alternate|numeric)|scope=column|disabled|aria-pressed|read-only|\bh[456]\b|type=(?!text|email|date |search|file)\w|autocomplete|input:not/;

const PACKAGES = join(import.meta.dirname, "../node_modules");
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

const ourSelector = (selector: string): string =>
  OURS.reduce((text, [component, ours]) => text.replace(component, ours), selector);

function readComponent(path: string): Root {
  const css = parse(read(PACKAGES, path));
  css.walkRules((rule) => {
    const used = rule.selectors.map(ourSelector).filter((selector) => !UNUSED.test(selector));
    if (used.length === 0) rule.remove();
    else rule.selectors = used;
  });
  css.walkAtRules("charset", (rule) => void rule.remove());
  return css;
}

/** The components are in a layer, so that the layout comes before them whatever the weight of a selector. */
export function buildStylesheet(): string {
  const components = COMPONENTS.map((path) => readComponent(path).toString()).join("\n");
  const css = [
    read(import.meta.dirname, "tokens.css"),
    `@layer components { :root { --utrecht-space-around: 1; } ${components} }`,
    read(import.meta.dirname, "layout.css"),
  ].join("\n");
  return transformSync(css, { loader: "css", minify: true, legalComments: "none" }).code.trim();
}

/** A rule per line, so that a change is read as one. */
export const renderStylesheet = (): string =>
  `/** The stylesheet, made from look/ by \`npm run generate\`. */
export const LOOK = ${JSON.stringify(buildStylesheet()).replaceAll("}", '}" +\n  "')};
`;
