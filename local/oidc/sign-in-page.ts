import { html } from "hono/html";
import type { LocalUser } from "./users.ts";

/** The sign-in page: one button per person, no password. This issuer replaces Cognito on this machine only. */
export async function signInPage(users: readonly LocalUser[]): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Lokaal aanmelden</title>
        <style>
          body {
            font:
              1.125rem/1.5 system-ui,
              sans-serif;
            max-width: 40rem;
            margin: 3rem auto;
            padding: 0 1rem;
            color: #1a1a1a;
            background: #fff;
          }
          button {
            font: inherit;
            display: block;
            width: 100%;
            margin: 0.5rem 0;
            padding: 0.75rem 1rem;
            text-align: left;
            color: #fff;
            background: #00499c;
            border: 0;
            border-radius: 0.25rem;
          }
          button:focus-visible {
            outline: 3px solid #ffb612;
            outline-offset: 2px;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>Lokaal aanmelden</h1>
          <p>
            Deze personen zijn verzonnen en bestaan alleen op deze computer. Kies als wie je wil aanmelden.
          </p>
          <form method="post">
            ${users.map(
              ({ id, name, groups }) =>
                html`<button name="user" value="${id}">
                  ${name}${groups.length > 0 ? ` – ${groups.join(", ")}` : ""}
                </button>`,
            )}
          </form>
        </main>
      </body>
    </html>`;
  return page.toString();
}
