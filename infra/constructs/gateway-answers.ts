import { type GatewayResponseOptions, ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";
import { webTexts } from "../../functions/web/ui/texts.nl.ts";

const texts = webTexts.gateway;

/**
 * Answers of API Gateway itself that a person can see. The default types have no specific answer and are all failures.
 */
const ANSWERS: [type: ResponseType, words: { title: string; text: string }][] = [
  [ResponseType.REQUEST_TOO_LARGE, texts.tooLarge],
  [ResponseType.THROTTLED, texts.tooMany],
  [ResponseType.WAF_FILTERED, texts.blocked],
  [ResponseType.DEFAULT_5XX, texts.failed],
];

/**
 * A self-contained page. Its link has an empty address, which reopens the page: a posted form's address leads to its
 * page.
 */
const pageOf = ({ title, text }: { title: string; text: string }) => `<!doctype html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} - ${webTexts.site}</title>
<style>body { font: 1.125rem/1.5 sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p>${texts.typed}</p>
<p><a href="">${texts.again}</a></p>
</main>
</body>
</html>
`;

const answerOf = (type: ResponseType, words: { title: string; text: string }): GatewayResponseOptions => ({
  type,
  responseHeaders: { "cache-control": "'no-store'", "x-content-type-options": "'nosniff'" },
  templates: {
    "text/html": pageOf(words),
    "application/json": '{"message":$context.error.messageString}',
  },
});

/**
 * Answers of API Gateway itself become a page in Dutch for browsers. The page explains where the typed text can be
 * found.
 */
export function answerAsPages(api: RestApi): void {
  for (const [type, words] of ANSWERS)
    api.addGatewayResponse(`Answer-${type.responseType}`, answerOf(type, words));
}
