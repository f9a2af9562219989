/** Mails in the shapes of the programs that write them, by hand and about nobody. */

const message = (...lines: string[]): Buffer => Buffer.from(lines.join("\r\n"), "utf8");
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Headers that most mails have. `to`: the address of the LED that it answers. */
type Given = { to?: string; from?: string; subject?: string; id?: string };
const headers = ({
  to = "led@in.led.example",
  from = "An Voorbeeld <an@voorbeeldegem.example>",
  subject = "Re: [LED-2026-00042] Vul de intake in",
  id = "1@voorbeeldegem.example",
}: Given): string[] => [
  `From: ${from}`,
  `To: ${to}`,
  `Subject: ${subject}`,
  `Message-ID: <${id}>`,
  "Date: Mon, 23 Nov 2026 10:00:00 +0100",
  "MIME-Version: 1.0",
];

/** A reply of Outlook: HTML and text, with the earlier mail below a line of headers. */
export const outlook = (given: Given = {}): Buffer =>
  message(
    ...headers(given),
    "Thread-Topic: [LED-2026-00042] Vul de intake in",
    "X-MS-Exchange-Organization-SCL: -1",
    'Content-Type: multipart/alternative; boundary="_000_"',
    "",
    "--_000_",
    'Content-Type: text/plain; charset="iso-8859-1"',
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "We willen het gebruiken voor de co=F6rdinatie van onze sollicitaties.",
    "",
    "Groeten,",
    "An",
    "",
    "Van: LED-team <led@led.example>",
    "Verzonden: maandag 23 november 2026 9:00",
    "Aan: An Voorbeeld <an@voorbeeldegem.example>",
    "Onderwerp: [LED-2026-00042] Vul de intake in",
    "",
    "Dag An Voorbeeld,",
    "--_000_",
    'Content-Type: text/html; charset="iso-8859-1"',
    "",
    "<html><body><p>We willen het gebruiken</p></body></html>",
    "--_000_--",
    "",
  );

/** A reply of Gmail: the earlier mail is quoted below a line that says who wrote it. */
export const gmail = (given: Given = {}): Buffer =>
  message(
    ...headers(given),
    'Content-Type: multipart/alternative; boundary="0000"',
    "",
    "--0000",
    'Content-Type: text/plain; charset="UTF-8"',
    "",
    "Ja, dat klopt.",
    "",
    "Op ma 23 nov 2026 om 09:00 schreef LED-team <led@led.example>:",
    "",
    "> Dag An Voorbeeld,",
    "> Klopt dit?",
    "",
    "--0000",
    'Content-Type: text/html; charset="UTF-8"',
    "",
    '<div dir="ltr">Ja, dat klopt.</div>',
    "--0000--",
    "",
  );

/** A reply of a telephone. */
export const phone = (given: Given = {}): Buffer =>
  message(
    ...headers(given),
    "Content-Type: text/plain; charset=utf-8",
    `Content-Transfer-Encoding: base64`,
    "",
    base64(
      "Ik bel je morgen.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 23 nov. 2026 om 09:00 heeft LED-team <led@led.example> het volgende geschreven:\n>\n> Dag An,\n",
    ),
    "",
  );

/** Apple Mail: HTML only, with a picture in its signature and a document. */
export const appleMail = (given: Given = {}): Buffer =>
  message(
    ...headers({ subject: "Protocol", ...given }),
    'Content-Type: multipart/mixed; boundary="Apple-Mail=_1"',
    "",
    "--Apple-Mail=_1",
    'Content-Type: multipart/related; boundary="Apple-Mail=_2"',
    "",
    "--Apple-Mail=_2",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<html><head><style>p{color:red}</style></head><body><p>Het protocol is&nbsp;klaar.</p><script>alert(1)</script><img src="cid:logo"><img src="https://tracker.example/pixel.gif"></body></html>',
    "--Apple-Mail=_2",
    'Content-Type: image/png; name="logo.png"',
    "Content-Disposition: inline",
    "Content-ID: <logo>",
    "Content-Transfer-Encoding: base64",
    "",
    base64("logo"),
    "--Apple-Mail=_2--",
    "--Apple-Mail=_1",
    'Content-Type: application/pdf; name="=?utf-8?B?' + base64("Protocol één.pdf") + '?="',
    "Content-Disposition: attachment; filename*=utf-8''Protocol%20%C3%A9%C3%A9n.pdf",
    "Content-Transfer-Encoding: base64",
    "",
    base64("%PDF-1.7 protocol"),
    "--Apple-Mail=_1--",
    "",
  );

/** A scanner that mails what it scanned: no text, no name. */
export const scanner = (given: Given = {}): Buffer =>
  message(
    ...headers({ from: "scan@voorbeeldegem.example", subject: "Scan van MFP-3 [LED-2026-00042]", ...given }),
    'Content-Type: application/pdf; name="SCN_0001.pdf"',
    'Content-Disposition: attachment; filename="SCN_0001.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    base64("%PDF-1.4 scan"),
    "",
  );

/** Outlook in its own format: everything is in winmail.dat. */
export const winmail = (given: Given = {}): Buffer =>
  message(
    ...headers(given),
    'Content-Type: multipart/mixed; boundary="w"',
    "",
    "--w",
    "Content-Type: text/plain",
    "",
    "In bijlage.",
    "--w",
    'Content-Type: application/ms-tnef; name="winmail.dat"',
    "Content-Transfer-Encoding: base64",
    "",
    base64('x\u009f>"'),
    "--w--",
    "",
  );

/** A mail that was forwarded as an attachment, with a file of its own. */
export const forwarded = (given: Given = {}): Buffer =>
  message(
    ...headers({ subject: "FW: advies van onze DPO", ...given }),
    'Content-Type: multipart/mixed; boundary="f"',
    "",
    "--f",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Zie hieronder.",
    "--f",
    "Content-Type: message/rfc822",
    "",
    "From: Dirk Privacy <dpo@voorbeeldegem.example>",
    "Subject: advies",
    'Content-Type: multipart/mixed; boundary="g"',
    "",
    "--g",
    "Content-Type: text/plain",
    "",
    "Mijn advies is positief.",
    "--g",
    'Content-Type: application/pdf; name="advies.pdf"',
    'Content-Disposition: attachment; filename="advies.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    base64("%PDF-1.7 advies"),
    "--g--",
    "--f--",
    "",
  );

/** Outlook forwards within the text, below what its reader wrote. */
export const forwardedByOutlook = (given: Given = {}): Buffer =>
  plain(
    [
      "Kunnen jullie dit bekijken?",
      "",
      "Van: Dirk Privacy <dpo@voorbeeldegem.example>",
      "Verzonden: maandag 23 november 2026 9:00",
      "Aan: An Voorbeeld <an@voorbeeldegem.example>",
      "Onderwerp: advies",
      "",
      "Mijn advies is positief.",
    ].join("\r\n"),
    { subject: "FW: advies", ...given },
  );

/** Gmail forwards below a line of its own. */
export const forwardedByGmail = (given: Given = {}): Buffer =>
  plain(
    [
      "---------- Forwarded message ---------",
      "Van: Bo Burger <bo@stad.example>",
      "Date: ma 23 nov 2026 om 09:00",
      "Subject: Kunnen wij aansluiten?",
      "To: <led@led.example>",
      "",
      "",
      "Wij zijn stad Voorbeeldegem, KBO 0999.999.922.",
    ].join("\r\n"),
    { subject: "Fwd: Kunnen wij aansluiten?", ...given },
  );

/** An envelope of S/MIME around a mail that is signed and not encrypted. */
export const signedEnvelope = (given: Given = {}): Buffer =>
  Buffer.from(encrypted(given).toString().replace("enveloped-data", "signed-data"));

/** An envelope of S/MIME. */
export const encrypted = (given: Given = {}): Buffer =>
  message(
    ...headers(given),
    'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
    'Content-Disposition: attachment; filename="smime.p7m"',
    "Content-Transfer-Encoding: base64",
    "",
    base64("secret"),
    "",
  );

/** Exchange answers that somebody is away. */
export const outOfOffice = (given: Given & { language?: "nl" | "fr" | "en" } = {}): Buffer => {
  const subjects = {
    nl: "Automatisch antwoord: Vul de intake in",
    fr: "=?utf-8?Q?R=C3=A9ponse_automatique_:_Vul_de_intake_in?=",
    en: "Automatic reply: Vul de intake in",
  };
  return message(
    ...headers({ subject: subjects[given.language ?? "nl"], ...given }),
    "Auto-Submitted: auto-generated",
    "X-Auto-Response-Suppress: All",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Ik ben afwezig tot 7 december.",
    "",
  );
};

/** A server reports that a mail was not delivered. */
export const bounce = (given: Given = {}): Buffer =>
  message(
    ...headers({
      from: "MAILER-DAEMON@mx.example",
      subject: "Undelivered Mail Returned to Sender",
      ...given,
    }),
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "--b--",
    "",
  );

/** A plain mail, with any further headers. */
export const plain = (text: string, given: Given = {}, more: string[] = []): Buffer =>
  message(...headers(given), ...more, "Content-Type: text/plain; charset=utf-8", "", text, "");
