import { html } from "hono/html";
import type { Child } from "hono/jsx";

const STYLE =
  "body{font-family:Arial,sans-serif;max-width:50em;margin:2em auto;padding:0 1em;line-height:1.5;overflow-wrap:anywhere}" +
  "table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3em;text-align:left;vertical-align:top}";

/** A page that stands alone: it is read outside the site. */
export async function alone(title: string, body: Child): Promise<string> {
  const whole = (
    <html lang="nl-BE">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>
  );
  return (await html`<!doctype html>${whole}`).toString();
}
