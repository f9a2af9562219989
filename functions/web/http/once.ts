import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Context, Env, MiddlewareHandler } from "hono";
import { RetryLater } from "../../domain/errors.ts";
import type { NewId, PostedForms } from "../../domain/ports.ts";
import { FORM_ID } from "../ui/form/form-id.tsx";
import { isForm, readForm, readJson } from "./read-body.ts";
import { Refusal } from "./refusals.ts";
import { leaveToFollowUp } from "../../dossiers/leave-to-follow-up.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Id for the forms on the answering page. */
    formId?: string;
    /** Id for what this form, or this request of the API, creates. */
    onceId?: string;
    /** This request succeeded before, and gets the same answer. */
    isRepeated?: boolean;
  }
}

/**
 * Forms that people intentionally post again with other content from the previous page: to correct the address of a
 * mail, or to copy another person's data. A change of a person has its own check.
 */
const NEW_WHEN_CHANGED = /^\/(contact|link-kwijt)$|\/exports$|\/(personen|people)\//;
const LOOK_AGAIN_MS = 100;
const MOST_LOOKS = 80;
/** In characters. A longer key of the API is refused; the site has no longer form ids. */
export const LONGEST_KEY = 200;

type Posted = { key: string; content: string };
type Deps = { forms: PostedForms; newId: NewId };

/**
 * Idempotency: a form carries an id, and a request of the API may carry an `Idempotency-Key`. The first post claims it,
 * and what it creates gets the id of the claim. A repeated or concurrent post gets the same answer; other content is
 * refused. A form without an id, or with an expired one, is served as new.
 */
export function servesOnce<E extends Env>(
  { forms, newId }: Deps,
  whoPosts: (c: Context<E>) => string,
): MiddlewareHandler<E> {
  return async (c, next) => {
    const posted = c.req.method === "POST" ? await readPosted(c, whoPosts(c)) : undefined;
    if (!posted) return next();
    const claim = await claimed(forms, posted, newId);
    if (claim.status === "other-content") {
      c.set("formId", newId());
      throw new Refusal(c.req.path.startsWith("/api/") ? "key-reused" : "form-reused");
    }
    c.set("onceId", claim.id);
    c.set("isRepeated", claim.answer !== undefined);
    const again = claim.answer === undefined ? undefined : answerAgain(c, claim.answer);
    if (again) return again;
    await next();
    // Storing the answer may fail: the claim then expires by itself.
    if (claim.answer === undefined) await leaveToFollowUp(() => keep(forms, posted.key, claim.id, c));
  };
}

export const idFor = (c: Context, newId: NewId): string => c.get("onceId") ?? newId();

const sha256 = (...parts: string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

async function readPosted(c: Context, who: string): Promise<Posted | undefined> {
  const { path } = c.req;
  const key = c.req.header("idempotency-key");
  if (path.startsWith("/api/")) {
    if (!key) return undefined;
    if (key.length > LONGEST_KEY) throw new Refusal("key-too-long");
    return { key: sha256(who, path, key), content: sha256(await contentOf(c)) };
  }
  if (!isForm(c)) return undefined;
  const entries = [...(await readForm(c))];
  const [, id] = entries.find(([name]) => name === FORM_ID) ?? [];
  if (id === undefined || id === "" || id.length > LONGEST_KEY) return undefined;
  // The form keeps its id when it is shown again.
  c.set("formId", id);
  const own = entries.filter(([name]) => name !== FORM_ID && name !== "csrf");
  const content = sha256(...own.flat());
  const isNew = NEW_WHEN_CHANGED.test(path);
  return { key: sha256(who, path, id, isNew ? content : ""), content };
}

/**
 * The canonical content of a body: whitespace and key order do not matter. A body that cannot be parsed is compared by
 * its bytes.
 */
async function contentOf(c: Context): Promise<string> {
  try {
    return JSON.stringify(inOrder(await readJson(c)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Buffer.from(await c.req.arrayBuffer()).toString("base64");
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  // In code unit order: a locale may treat different names as equal.
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, held]) => [name, inOrder(held)]));
}

type Claim = { status: "go-on"; id: string; answer?: string } | { status: "other-content" };

/** A concurrent post waits for the answer of the first. */
async function claimed(forms: PostedForms, { key, content }: Posted, newId: NewId): Promise<Claim> {
  const fresh = newId();
  for (let look = 0; look < MOST_LOOKS; look++) {
    const claim = await forms.claim(key, content, fresh);
    if (claim.status === "other-content") return claim;
    if (claim.status === "claimed") return { status: "go-on", id: claim.id };
    if (claim.status === "answered") return { status: "go-on", id: claim.id, answer: claim.answer };
    await pause(LOOK_AGAIN_MS);
  }
  throw new RetryLater("FORM_BUSY");
}

/** The secret of a link is part of addresses, but must not be stored. */
const SECRET = /(?<=\/)[\w-]{43}(?=\/|$)/;
const HIDDEN_SECRET = "{secret}";
/** An answer of the API with ids only. Other answers are made again, with the same id. */
const IDS_ONLY = /^\{("(id|reference)":"[\w-]+",?)+\}$/;

async function keep(forms: PostedForms, key: string, id: string, c: Context): Promise<void> {
  const answer = await answerOf(c);
  if (answer !== undefined) return forms.answer(key, id, answer);
  return c.res.status >= 500 ? forms.interrupt(key, id) : forms.forget(key);
}

/** The part of an answer to store; undefined for a refusal. */
async function answerOf(c: Context): Promise<string | undefined> {
  const { status, headers } = c.res;
  const location = headers.get("location");
  if (status === 303 && location !== null) {
    const [secret] = SECRET.exec(c.req.path) ?? [];
    return `303 ${secret === undefined ? location : location.replaceAll(secret, HIDDEN_SECRET)}`;
  }
  if (status >= 300 || !c.req.path.startsWith("/api/")) return undefined;
  const body = status === 204 ? "" : await c.res.clone().text();
  return `${status} ${IDS_ONLY.test(body) ? body : ""}`;
}

function answerAgain(c: Context, answer: string): Response | undefined {
  const [status = "", rest = ""] = /^(\d+) (.*)$/s.exec(answer)?.slice(1) ?? [];
  const [secret = ""] = SECRET.exec(c.req.path) ?? [];
  if (status === "303") return c.redirect(rest.replaceAll(HIDDEN_SECRET, secret), 303);
  if (status === "204") return c.body(null, 204);
  return rest === "" ? undefined : c.body(rest, 201, { "content-type": "application/json" });
}
