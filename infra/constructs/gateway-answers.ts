import { type GatewayResponseOptions, ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";
import { SECURITY_HEADERS } from "../../functions/web/http/security-headers.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { webTexts } from "../../functions/web/ui/texts.nl.ts";
import { gatewayTexts } from "../../functions/web/ui/refusals.nl.ts";

const texts = gatewayTexts;

type Words = { title: string; text: string };
/** `code`: of the problem document that a program gets. */
type OwnAnswer = { type: ResponseType; code: string; words: Words };

/** Answers of API Gateway itself. The default types are for what has no type of its own here. */
const ANSWERS: OwnAnswer[] = [
  { type: ResponseType.REQUEST_TOO_LARGE, code: "too-large", words: texts.tooLarge },
  { type: ResponseType.THROTTLED, code: "too-busy", words: texts.tooMany },
  { type: ResponseType.WAF_FILTERED, code: "blocked", words: texts.blocked },
  { type: ResponseType.INTEGRATION_TIMEOUT, code: "took-too-long", words: texts.tooLong },
  { type: ResponseType.ACCESS_DENIED, code: "not-from-here", words: texts.notFromHere },
  { type: ResponseType.DEFAULT_4XX, code: "refused", words: texts.refused },
  { type: ResponseType.DEFAULT_5XX, code: "unavailable", words: texts.failed },
];

/** The colours and measures of look/tokens.css: a page that cannot load a stylesheet looks like the others. */
const STYLE = `
body { margin: 0; font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; color: #333332; background: #fff; }
header, main { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
header p { margin: 0; padding-top: 0.6rem; font-size: 0.9375rem; color: #545b66; }
header .brand { padding: 0.25rem 0 0.6rem; font-size: 1.35rem; font-weight: 700; color: #333332; }
header .brand::before { content: ""; display: inline-block; width: 0.5em; height: 1.1em; margin: 0 0.6em 0 0.15em; background: #ffe615; transform: skewX(-14deg); vertical-align: -0.15em; }
main { border-top: 1px solid #cfd5dd; padding-top: 1.5rem; }
h1 { margin: 0 0 1rem; font-size: clamp(1.75rem, 1.4rem + 1.7vw, 2.5rem); line-height: 1.2; }
main p { max-width: 44rem; }
a { color: #05c; text-underline-offset: 0.15em; }
a:hover { color: #003bb0; }
a:focus-visible { outline: 3px solid #05c; outline-offset: 2px; }
`;

/**
 * A self-contained page. Its link has an empty address, which reopens the page: a posted form's address leads to its
 * page.
 */
const pageOf = ({ title, text }: Words) => `<!doctype html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title} - ${webTexts.site}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${NAMES.department}</p><p class="brand">${webTexts.site}</p></header>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>${texts.typed}</p>
<p><a href="">${texts.again}</a></p>
</main>
</body>
</html>
`;

/**
 * A problem document as that of the API itself. `messageString` is API Gateway's own text, in English, with its quotes.
 */
const problemOf = ({ code, words }: OwnAnswer) =>
  JSON.stringify({ type: "about:blank", code, title: words.title, detail: words.text }).replace(
    /}$/,
    ',"message":$context.error.messageString}',
  );

/** API Gateway takes no quotes inside a value: the page has its content security policy in itself. */
const HEADERS = { "cache-control": "no-store", ...SECURITY_HEADERS };
const responseHeaders = Object.fromEntries(
  Object.entries(HEADERS).map(([name, value]) => [name, `'${value}'`]),
);

const answerOf = (answer: OwnAnswer): GatewayResponseOptions => ({
  type: answer.type,
  responseHeaders,
  templates: { "text/html": pageOf(answer.words), "application/json": problemOf(answer) },
});

/**
 * Answers of API Gateway itself: a page in Dutch for browsers, which explains where the typed text can be found, and a
 * problem document for programs.
 */
export function answerAsPages(api: RestApi): void {
  for (const answer of ANSWERS)
    api.addGatewayResponse(`Answer-${answer.type.responseType}`, answerOf(answer));
}
