import { html } from "hono/html";

/** Output of the `html` template, safe to insert into another template. */
export type Markup = ReturnType<typeof html>;

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff; }
  header { background: #12344d; color: #fff; padding: 0.5rem 1.5rem; }
  header a { color: #fff; margin-right: 1.5rem; }
  main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
  table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
  caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
  th, td { text-align: left; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #767676; vertical-align: top; }
  td.number, th.number { text-align: right; }
  a { color: #00499c; }
  a:focus-visible, button:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
  button { font: inherit; padding: 0.3rem 0.9rem; color: #fff; background: #00499c; border: 0; border-radius: 0.25rem; }
  form { display: inline-block; margin: 0 0.5rem 0.5rem 0; }
  .compose { display: block; }
  .compose label { display: block; font-weight: 600; }
  .compose input:not([type]), .compose textarea { font: inherit; width: 100%; box-sizing: border-box; padding: 0.3rem; }
  pre { background: #f2f2f2; padding: 1rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
  iframe { width: 100%; height: 32rem; border: 1px solid #767676; background: #fff; }
  .pair { display: flex; flex-wrap: wrap; gap: 1rem; }
  .pair iframe { flex: 1 1 20rem; height: 38rem; }
  iframe.light { color-scheme: light; }
  iframe.dark { color-scheme: dark; }
  .skip { position: absolute; left: -100rem; }
  .skip:focus { position: static; }
`;

export const page = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – local cloud</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <nav aria-label="Console">
            <a href="/">Local cloud</a><a href="/mailbox">Mailbox</a><a href="/gallery">Gallery of mails</a>
          </nav>
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;

export type Column = { title: string; number?: boolean };

/** A table with a caption and column headings, or a sentence when it is empty. */
export function table(caption: string, columns: Column[], rows: (Markup | string | number)[][]): Markup {
  if (rows.length === 0) return html`<p>${caption}: none.</p>`;
  const css = (column: Column | undefined) => (column?.number ? "number" : "");
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class="${css(column)}">${column.title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) => html`<td class="${css(columns[index])}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Virtual time in local notation. */
export const timeText = (milliseconds: number) =>
  new Date(milliseconds).toLocaleString("en-GB", {
    timeZone: "Europe/Brussels",
    dateStyle: "medium",
    timeStyle: "medium",
  });
