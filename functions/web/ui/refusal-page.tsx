import type { Child } from "hono/jsx";
import { webTexts } from "./texts.nl.ts";

/** Why a request was refused, what to do, and who can help. */
export const RefusalPage = ({
  words: { title, paragraphs },
  mailbox,
  home,
  wayOut,
}: {
  words: { title: string; paragraphs: string[] };
  mailbox: string;
  home: string;
  wayOut?: Child;
}) => (
  <>
    <h1>{title}</h1>
    {paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {wayOut ?? ""}
    <p>
      <a href={`mailto:${mailbox}`}>{webTexts.help(mailbox)}</a>
    </p>
    <nav>
      <p>
        <a href={home}>{webTexts.homeLink}</a>
      </p>
    </nav>
  </>
);
