import type { Child } from "hono/jsx";
import type { RefusalKind } from "./refusals.ts";
import { webTexts } from "./texts.nl.ts";

/** Why a request was not served, what to do, and who can help. */
export const RefusalPage = ({
  kind,
  mailbox,
  home,
  wayOut,
}: {
  kind: RefusalKind;
  mailbox: string;
  home: string;
  wayOut?: Child;
}) => {
  const { title, paragraphs } = webTexts.refusals[kind];
  return (
    <>
      <h1>{title}</h1>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {wayOut ?? ""}
      <p>
        <a href={`mailto:${mailbox}`}>{webTexts.help(mailbox)}</a>
      </p>
      <p>
        <a href={home}>{webTexts.homeLink}</a>
      </p>
    </>
  );
};
