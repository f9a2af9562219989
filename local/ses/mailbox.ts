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
  text: string;
  html: string;
  attachments: Attachment[];
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
});

/** All sent mails, stored in the state so that they survive a restart. */
export class Mailbox {
  readonly #state: State;
  /** A mail never changes: it is read and parsed once. */
  readonly #parsed: { at: number; mail: Promise<Mail> }[] = [];
  #lastRow = 0;

  constructor(state: State) {
    this.#state = state;
  }

  add(mail: { id: string; at: number; source: string; destinations: string[]; raw: Buffer }): void {
    this.#state.database
      .prepare("INSERT INTO mail (id, at, source, destinations, raw) VALUES (?, ?, ?, ?, ?)")
      .run(mail.id, mail.at, mail.source, JSON.stringify(mail.destinations), mail.raw);
  }

  /** All mails, oldest first. */
  async list(): Promise<Mail[]> {
    const rows = this.#state.database
      .prepare("SELECT rowid, * FROM mail WHERE rowid > ? ORDER BY rowid")
      .all(this.#lastRow);
    for (const row of rows.map((one) => Row.parse(one))) {
      this.#parsed.push({ at: row.at, mail: parse(row) });
      this.#lastRow = row.rowid;
    }
    return Promise.all(this.#parsed.toSorted((left, right) => left.at - right.at).map(({ mail }) => mail));
  }

  async find(id: string): Promise<Mail | undefined> {
    const row = this.#state.database.prepare("SELECT rowid, * FROM mail WHERE id = ?").get(id);
    return row === undefined ? undefined : parse(Row.parse(row));
  }
}

async function parse({ id, at, source, destinations, raw }: z.infer<typeof Row>): Promise<Mail> {
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
    text: mail.text ?? "",
    html: mail.html ?? "",
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? "",
      type: mimeType,
      content: typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
    raw: Buffer.from(raw).toString("utf8"),
  };
}

const addresses = (list: Address[] | undefined) =>
  (list ?? [])
    .flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)])
    .filter((one) => one !== undefined);
