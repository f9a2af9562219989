import { type Instant, showMoment } from "../domain/calendar.ts";
import { NAMES } from "../domain/names.ts";
import type { MailText } from "../domain/texts.ts";
import type { NewMail } from "../domain/new-mail.ts";
import type { Forwarded, ReadMail, Sealed } from "./read-mail.ts";

const sealedTexts: Record<Sealed, string> = {
  encrypted: "[De mail is versleuteld: we kunnen ze niet lezen. Vraag om ze gewoon te sturen.]",
  signed:
    "[De mail zit in een envelop van S/MIME (ondertekend), die we niet openen. Vraag om ze gewoon te sturen.]",
  winmail:
    "[Bijlagen zitten in winmail.dat, dat alleen Outlook opent. Vraag om ze opnieuw te sturen, als gewone mail.]",
};

const filesText = ({ files, leftOut }: ReadMail, taken: number): string[] => {
  const names = files.map(({ name }) => name || "zonder naam").join(", ");
  return [
    ...(files.length === 0
      ? []
      : taken > 0
        ? [`[Bijlagen, bij de documenten: ${names}]`]
        : [`[Bijlagen, alleen in de mail zelf: ${names}]`]),
    ...(leftOut > 0 ? [`[Nog ${leftOut} bijlagen werden niet gelezen.]`] : []),
  ];
};

const named = ({ name, address }: ReadMail["from"]): string =>
  name === "" ? address : `${name} (${address})`;

const forwardedText = ({ from, subject, text }: Forwarded): string[] => [
  "",
  `[Doorgestuurde mail van ${named(from)}${subject === "" ? "" : `: ${subject}`}]`,
  ...(text === "" ? [] : [text]),
];

/** Texts about mails that came in. */
export const receivedTexts = {
  unconfirmed: (name: string) => `${name} (afzender niet bevestigd)`,
  cameAt: (at: Instant) => `[Deze mail kwam aan op ${showMoment(at)}.]`,
  absent: (text: string) => `Automatisch antwoord:\n${text}`,
  /** The text of a message: subject, words, and what came with it. `taken`: the files that became documents. */
  message: (mail: ReadMail, taken: number): string =>
    [
      ...(mail.subject === "" ? [] : [mail.subject, ""]),
      mail.text,
      ...mail.forwarded.flatMap(forwardedText),
      ...mail.sealed.map((kind) => sealedTexts[kind]),
      ...filesText(mail, taken),
    ].join("\n"),
  newMail: ({ from, subject }: ReadMail, isConfirmed: boolean): MailText => ({
    subject: `Nieuwe mail: ${subject || "zonder onderwerp"}`,
    paragraphs: [
      `${from.name || from.address} (${from.address}${isConfirmed ? "" : ", afzender niet bevestigd"}) mailde het ${NAMES.desk}. De mail hoort bij geen dossier dat we kennen. Open een dossier, beantwoord de vraag, of zeg bij welk dossier ze hoort. Antwoord je op deze mail, dan gaat je antwoord naar de afzender; handel de nieuwe mail daarna zelf af.`,
    ],
  }),
  openMail: "Lees en handel af",
  unnamed: "zonder naam",
  /** The text of a mail that the team put with a dossier. */
  attached: ({ subject, text, files }: NewMail, taken: number): string =>
    [
      ...(subject === "" ? [] : [subject, ""]),
      text,
      ...(files.length === 0
        ? []
        : [`[Bijlagen, ${taken > 0 ? "bij de documenten" : "niet bewaard"}: ${files.join(", ")}]`]),
    ].join("\n"),
  answerTo: (subject: string) => (subject === "" ? "Antwoord op je vraag over de LED" : `Re: ${subject}`),
  answer: "Je stelde een vraag over de Leer- en Ervaringsbewijzendatabank (LED). Dit is ons antwoord:",
  unreadable: {
    subject: "Een mail kon niet gelezen worden",
    paragraphs: [
      "Er kwam een mail toe die beschadigd of te groot is. Kijk in de mailbox waar ze eerst toekwam, of wacht tot de afzender opnieuw mailt.",
    ],
  } satisfies MailText,
};
