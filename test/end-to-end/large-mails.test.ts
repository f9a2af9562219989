import { randomBytes } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Api } from "../journey/api.ts";
import { contactAnswers } from "../journey/answers.ts";
import { pdf } from "../journey/files.ts";
import { Record } from "../journey/record.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

/* What is too large, too many or odd, with its real size, through a real SMTP client and server. */

const MEGABYTE = 1024 * 1024;
let scene: Scene;
let to: string;
let reference: string;

beforeAll(async () => {
  scene = await openScene();
  const team = await Api.as(scene.cloud, "tine-team");
  await team.post("/dossiers", { ...contactAnswers(), contactEmail: "an@stad.example" });
  await scene.cloud.settled();
  const [asked] = await scene.mails("an@stad.example");
  to = asked?.replyTo[0] ?? "";
  reference = /LED-\d{4}-\d+/.exec(asked?.subject ?? "")?.[0] ?? "";
});
afterAll(() => scene.cloud.stop());

type Message = Parameters<ReturnType<typeof createTransport>["sendMail"]>[0];
async function send(message: Message): Promise<void> {
  const client = createTransport({ host: "127.0.0.1", port: scene.cloud.smtpPort, ignoreTLS: true });
  await client.sendMail({ from: "An Voorbeeld <an@stad.example>", to, ...message });
  await scene.cloud.settled();
}
const whole = () => new Record(scene.cloud).whole(reference);
/** The message that a mail with this subject became. */
const messageOf = async (subject: string) =>
  (await whole()).notes.find(({ text }) => text.startsWith(subject))?.text ?? "";
const scans = async () => (await whole()).documents.map(({ name, scan }) => [name, scan]);

/** A Word file of which one part unpacks to a gigabyte. */
const zipBomb = (): Buffer => {
  const zeros = new Uint8Array(64 * MEGABYTE);
  const parts = Object.fromEntries(
    Array.from({ length: 16 }, (_, at) => [`word/media/image${at}.bmp`, zeros]),
  );
  return Buffer.from(zipSync({ "[Content_Types].xml": strToU8("<Types/>"), ...parts }, { level: 9 }));
};

describe("a mail of 40 MB", () => {
  const attachment = (megabytes: number) => ({
    ...{ filename: "groot.pdf", contentType: "application/pdf" },
    // Base64 makes four bytes of three.
    content: randomBytes(Math.floor(megabytes * MEGABYTE * 0.73)),
  });

  it("and more is refused by the server, as SES does", async () => {
    await expect(send({ subject: "Groot", attachments: [attachment(41)] })).rejects.toThrow(/552|size/i);
  });

  it("is taken in: its text is a message, and its file is refused as too large", async () => {
    await send({ subject: "Groot", text: "Ons dossier in één bestand.", attachments: [attachment(39)] });

    expect(await messageOf("Groot")).toContain("Ons dossier in één bestand.");
    expect(await scans()).toContainEqual(["groot.pdf", "refused-size"]);
  });
});

describe("what comes with a mail", () => {
  it("a thousand files: twenty become documents, and the message counts the others", async () => {
    const { bytes } = await pdf("bijlage");
    const attachments = Array.from({ length: 1000 }, (_, at) => ({
      ...{ filename: `bijlage ${at}.pdf`, contentType: "application/pdf", content: Buffer.from(bytes) },
    }));

    await send({ subject: "Veel", text: "Alles.", attachments });

    expect(await messageOf("Veel")).toContain("[Nog 980 bijlagen werden niet gelezen.]");
    const taken = async () => (await scans()).filter(([name]) => name?.startsWith("bijlage ")).length;
    // Twenty files at once: one that loses against the others is taken in by the retry of its event.
    await expect.poll(taken, { timeout: 150_000, interval: 2000 }).toBe(20);
  });

  it("a file that unpacks to a gigabyte is refused", async () => {
    await send({
      subject: "Bom",
      text: "Kijk.",
      attachments: [{ filename: "bom.docx", content: zipBomb() }],
    });

    expect(await scans()).toContainEqual(["bom.docx", "refused-unpacked"]);
  });

  it("scripts and remote pictures of HTML are not shown, and nothing fetches them", async () => {
    await send({
      ...{ subject: "Opmaak", text: "" },
      html: `<p>Dag</p><script>fetch("${scene.cloud.url}/spied")</script><img src="${scene.cloud.url}/spied">`,
    });

    expect(await messageOf("Opmaak")).toBe("Opmaak\n\nDag");
    expect(scene.cloud.logs().filter(({ text }) => text.includes("/spied"))).toEqual([]);
  });
});

describe("headers", () => {
  it("an address in Unicode is taken (SMTPUTF8): the team reads it as it is", async () => {
    const from = { name: "Zoë", address: "zoë@gemeente-één.example" };

    await send({ from, to: "led@in.led.example", subject: "Vraag", text: "Kan dat?" });

    expect((await scene.mail("led-team@led.example", "Nieuwe mail: Vraag")).text).toContain(
      "zoë@gemeente-één.example",
    );
  });

  it("bring no header into the mail to the team, nor a reply to somebody else", async () => {
    const raw = [
      "From: =?utf-8?Q?An=0D=0ABcc:_iedereen=40stad.example?= <iemand@elders.example>",
      `To: led@in.led.example`,
      "Subject: =?utf-8?Q?Vraag=0D=0ABcc:_iedereen=40stad.example?=",
      "Reply-To: iedereen@stad.example",
      ...["", "Kan dat?", ""],
    ].join("\r\n");

    await send({ raw, envelope: { from: "iemand@elders.example", to: ["led@in.led.example"] } });

    const told = await scene.mail("led-team@led.example", "Nieuwe mail: Vraag Bcc");
    expect(told.raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
    expect([told.destinations, told.replyTo]).toEqual([["led-team@led.example"], ["iemand@elders.example"]]);
  });
});

it("nothing is in a dead-letter queue", () => {
  expect(scene.cloud.messages()).toEqual([]);
});
