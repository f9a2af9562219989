import { SESClient } from "@aws-sdk/client-ses";
import { beforeEach, describe, expect, it } from "vitest";
import { createMailer } from "../../functions/adapters/ses/mailer.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { OutgoingMail } from "../../functions/domain/ports.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier } from "../builders/dossier.ts";

const test = backendForEachTest(await openFileTable());
let dossier: Dossier;

beforeEach(async () => {
  const found = await test.backend.dossiers.find(aDossier().id);
  dossier = found ?? (await test.backend.dossiers.create(aDossier()));
});

const send = (key: string, email: string) =>
  test.acts.sendMail({
    ...{ key, template: "test", about: dossier, to: { email } },
    ...{ subject: "Beoordeel de intake", paragraphs: ["Een alinea."] },
  });

it("a mail to the LED names the organisation in its subject, and is no letter to itself", async () => {
  await send("led", "led@team.example");

  const [mail] = test.mailer.sent;
  expect(mail?.subject).toBe("[LED-2026-00042] Gemeente Voorbeeldegem: beoordeel de intake");
  expect(mail?.text).not.toMatch(/^Dag|Vriendelijke groeten|Antwoord gewoon/m);
});

it("a mail to the consumer greets, and says whom to ask", async () => {
  await send("consumer", "an@voorbeeldegem.example");

  const [mail] = test.mailer.sent;
  expect(mail?.subject).toBe("[LED-2026-00042] Beoordeel de intake");
  expect(mail?.text).toMatch(
    /^Dag,[^]*Vragen\? Antwoord gewoon op deze mail\.\n\nVriendelijke groeten\nLED-team/,
  );
});

describe("the headers of a mail", () => {
  const from = { name: "LED-team AHOVOKS", address: "led@led.example" };
  const mailer = createMailer(new SESClient({ region: "eu-west-1" }), { from, configurationSet: "led" });
  const headersOf = async (more: Partial<OutgoingMail>) => {
    const { raw } = await mailer.compose({
      ...{ to: [{ email: "an@voorbeeldegem.example" }], replyTo: "led@led.example", tags: {} },
      ...{ subject: "Vul de intake in", text: "Tekst", html: "<p>Tekst</p>" },
      ...more,
    });
    return Buffer.from(raw).toString("utf8").split("\r\n\r\n")[0] ?? "";
  };

  it("name the sender, and say that no person wrote it", async () => {
    const headers = await headersOf({});

    expect(headers).toContain('From: "LED-team AHOVOKS" <led@led.example>');
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(headers).toContain("X-Auto-Response-Suppress: OOF, DR, RN, NRN, AutoReply");
    expect(headers).not.toMatch(/^(References|In-Reply-To|List-Id):/m);
  });

  it("hold all mails of a dossier together as one conversation", async () => {
    const headers = await headersOf({ thread: aDossier().id });

    expect(headers).toContain(`In-Reply-To: <${aDossier().id}@led.example>`);
    expect(headers).toContain(`References: <${aDossier().id}@led.example>`);
  });

  it("are of the thread of the mail that it answers", async () => {
    const headers = await headersOf({ thread: "received-1", answers: "<1@stad.example>" });

    expect(headers).toContain("In-Reply-To: <1@stad.example>");
  });

  it("name the list of the digest", async () => {
    expect(await headersOf({ list: "digest" })).toMatch(/^List-ID: LED <digest\.led\.example>/m);
  });
});
