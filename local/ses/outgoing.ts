import { createTransport } from "nodemailer";
import PostalMime from "postal-mime";
import * as z from "zod";
import { memberObjects, members } from "../gateway/form-parameters.ts";
import { type Dictionary, stringOf, stringsOf } from "../foundation/json.ts";

/** An outgoing mail: sender, recipients, and the MIME message. */
export type Outgoing = {
  from: string;
  destinations: string[];
  configurationSet: string;
  /** In the format of SES's events: each name with its values. */
  tags: Record<string, string[]>;
  raw: Buffer;
};

const Tag = z.looseObject({ Name: z.string(), Value: z.string() });

const Content = z.looseObject({ Data: z.string() });
const V2 = z.looseObject({
  FromEmailAddress: z.string().optional(),
  ConfigurationSetName: z.string().default(""),
  Destination: z.looseObject({ ToAddresses: z.array(z.string()).optional() }).optional(),
  ReplyToAddresses: z.array(z.string()).default([]),
  EmailTags: z.array(Tag).default([]),
  Content: z.looseObject({
    Raw: Content.optional(),
    Simple: z
      .looseObject({
        Subject: Content,
        Body: z.looseObject({ Text: Content.optional(), Html: Content.optional() }),
      })
      .optional(),
  }),
});

/** The mail in a request of SendRawEmail or SendEmail, in version 1 or 2 of the API. */
export async function outgoingOf(operation: string, input: Dictionary): Promise<Outgoing> {
  if (operation === "SendRawEmail") return rawEmail(input);
  return "Content" in input ? secondVersion(input) : firstVersion(input);
}

async function rawEmail(input: Dictionary): Promise<Outgoing> {
  const raw = Buffer.from(stringOf(input["RawMessage.Data"]), "base64");
  const given = members(input, "Destinations");
  const { from, receivers } = await envelopeOf(raw);
  return {
    from: stringOf(input["Source"]) || from,
    destinations: given.length > 0 ? given : receivers,
    configurationSet: stringOf(input["ConfigurationSetName"]),
    tags: tagsOf(memberObjects(input, "Tags")),
    raw,
  };
}

function firstVersion(input: Dictionary): Promise<Outgoing> {
  return compose({
    from: stringOf(input["Source"]),
    to: members(input, "Destination.ToAddresses"),
    replyTo: members(input, "ReplyToAddresses"),
    subject: stringOf(input["Message.Subject.Data"]),
    text: stringOf(input["Message.Body.Text.Data"]),
    html: stringOf(input["Message.Body.Html.Data"]),
    configurationSet: stringOf(input["ConfigurationSetName"]),
    tags: tagsOf(memberObjects(input, "Tags")),
  });
}

async function secondVersion(input: Dictionary): Promise<Outgoing> {
  const { Content, FromEmailAddress, ConfigurationSetName, Destination, ReplyToAddresses, EmailTags } =
    V2.parse(input);
  const tags = tagsOf(EmailTags);
  const to = stringsOf(Destination?.ToAddresses);
  if (Content.Raw) {
    const raw = Buffer.from(Content.Raw.Data, "base64");
    const { from, receivers } = await envelopeOf(raw);
    const destinations = to.length > 0 ? to : receivers;
    return {
      from: FromEmailAddress ?? from,
      destinations,
      configurationSet: ConfigurationSetName,
      tags,
      raw,
    };
  }
  return compose({
    from: FromEmailAddress ?? "",
    to,
    replyTo: ReplyToAddresses,
    subject: Content.Simple?.Subject.Data ?? "",
    text: Content.Simple?.Body.Text?.Data ?? "",
    html: Content.Simple?.Body.Html?.Data ?? "",
    configurationSet: ConfigurationSetName,
    tags,
  });
}

type Parts = { from: string; to: string[]; replyTo: string[]; subject: string; text: string; html: string };

async function compose({
  configurationSet,
  tags,
  ...parts
}: Parts & Pick<Outgoing, "configurationSet" | "tags">): Promise<Outgoing> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(parts);
  const raw = Buffer.isBuffer(message) ? message : Buffer.alloc(0);
  return { from: parts.from, destinations: parts.to, configurationSet, tags, raw };
}

async function envelopeOf(raw: Buffer): Promise<{ from: string; receivers: string[] }> {
  const mail = await PostalMime.parse(raw);
  const receivers = [mail.to, mail.cc, mail.bcc]
    .flatMap((list) => list ?? [])
    .map(({ address }) => address ?? "");
  return { from: mail.from?.address ?? "", receivers };
}

const tagsOf = (tags: unknown[]) =>
  Object.fromEntries(
    z
      .array(Tag)
      .parse(tags)
      .map(({ Name, Value }) => [Name, [Value]]),
  );

/** The bare address in `Name <address>`. */
export const addressOf = (text: string) => /<([^>]+)>/.exec(text)?.[1] ?? text;
