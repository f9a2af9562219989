import { messageTextTexts as texts } from "./message-text.nl.ts";

/** The text of a message; what a mail quotes of earlier mails is folded away. */
export const MessageText = ({ text, quoted }: { text: string; quoted?: string | undefined }) => (
  <>
    <p class="as-typed">{text}</p>
    {quoted === undefined ? "" : <Quoted quoted={quoted} />}
  </>
);

export const Quoted = ({ quoted }: { quoted: string }) => (
  <details>
    <summary>{texts.quoted}</summary>
    <p class="as-typed">{quoted}</p>
  </details>
);
