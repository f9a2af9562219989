import PostalMime, { type Address } from "postal-mime";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { State } from "../foundation/state.ts";

export type Attachment = { fileName: string; type: string; content: Buffer };
/** A mail as its recipient would see it. */
export type Mail = {
  id: string;
  /** Virtual time of sending, in epoch milliseconds. */
  at: number;
  from: string;
  /** Addresses in the To header; `destinations` are the actual recipients. */
  to: string[];
  cc: string[];
  destinations: string[];
  replyTo: string[];
  subject: string;
  /** The Message-ID header. */
  messageId: string | undefined;
  text: string;
  html: string;
  attachments: Attachment[];
  /** Tags of the message, as SES publishes them with its events. */
  tags: Record<string, string[]>;
  /** The MIME message as sent. */
  raw: string;
};

const Row = z.object({
  rowid: z.number(),
  id: z.string(),
  at: z.number(),
  source: z.string(),
  destinations: z.string().transform((text) => z.array(z.string()).parse(parseJson(text))),
  raw: z.instanceof(Uint8Array),
  tags: z
    .string()
    .nullable()
    .transform((text) => z.record(z.string(), z.array(z.string())).parse(parseJson(text ?? "{}"))),
});

const ROWS = "SELECT mail.rowid, mail.*, tags FROM mail LEFT JOIN mail_tags USING (id)";
type Sent = Pick<Mail, "id" | "at" | "destinations"> & {
  source: string;
  raw: Buffer;
  tags?: Mail["tags"];
};

/** All sent mails, stored in the state so that they survive a restart. */
export class Mailbox {
  readonly #state: State;
  /** A mail never changes: it is read and parsed once. */
  readonly #parsed: { at: number; mail: Promise<Mail> }[] = [];
  #lastRow = 0;

  constructor(state: State) {
    this.#state = state;
  }

  add(mail: Sent): void {
    this.#state.database
      .prepare("INSERT INTO mail (id, at, source, destinations, raw) VALUES (?, ?, ?, ?, ?)")
      .run(mail.id, mail.at, mail.source, JSON.stringify(mail.destinations), mail.raw);
    this.#state.database
      .prepare("INSERT INTO mail_tags (id, tags) VALUES (?, ?)")
      .run(mail.id, JSON.stringify(mail.tags ?? {}));
  }

  /** All mails, oldest first. */
  async list(): Promise<Mail[]> {
    const rows = this.#state.database
      .prepare(`${ROWS} WHERE mail.rowid > ? ORDER BY mail.rowid`)
      .all(this.#lastRow);
    for (const row of rows.map((one) => Row.parse(one))) {
      this.#parsed.push({ at: row.at, mail: parse(row) });
      this.#lastRow = row.rowid;
    }
    return Promise.all(this.#parsed.toSorted((left, right) => left.at - right.at).map(({ mail }) => mail));
  }

  async find(id: string): Promise<Mail | undefined> {
    const row = this.#state.database.prepare(`${ROWS} WHERE id = ?`).get(id);
    return row === undefined ? undefined : parse(Row.parse(row));
  }
}

async function parse({ id, at, source, destinations, raw, tags }: z.infer<typeof Row>): Promise<Mail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
  return {
    id,
    at,
    from: mail.from?.address ?? source,
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    destinations,
    replyTo: addresses(mail.replyTo),
    subject: mail.subject ?? "",
    messageId: mail.messageId,
    text: mail.text ?? "",
    html: mail.html ?? "",
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? "",
      type: mimeType,
      content: typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
    tags,
    raw: Buffer.from(raw).toString("utf8"),
  };
}

const addresses = (list: Address[] | undefined) =>
  (list ?? [])
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)])
    .filter((one) => one !== undefined);
