import type { Reason } from "../../domain/verdict.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { withdrawTexts } from "./leaving.nl.ts";

/** The reasons of a refusal, and who can help. */
export const Refused = (props: { title: string; reasons: Reason[]; mailbox: string }) => (
  <>
    <h1>{props.title}</h1>
    {props.reasons.map(({ message }) => (
      <p>{message}</p>
    ))}
    <p>
      <a href={`mailto:${props.mailbox}`}>{webTexts.help(props.mailbox)}</a>
    </p>
  </>
);

/** Confirmation of an act, with what follows. */
export const Done = ({ title, text, back }: { title: string; text: string; back: string }) => (
  <>
    <h1>{title}</h1>
    <p class="done">{text}</p>
    <p>
      <a href={back}>{withdrawTexts.back}</a>
    </p>
  </>
);
