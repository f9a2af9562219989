/** The expressions of DynamoDB that the stores use: conditions on paths, and updates of whole attributes. */

export type Item = { [attribute: string]: unknown };
export type Terms = { names?: Record<string, string>; values?: Record<string, unknown> };

const TOKEN = /\s*(<>|<=|>=|[=<>(),]|[#:]?\w+(?:\.#?\w+)*)/y;

/** The stores have few expressions, and a walk evaluates each thousands of times. */
const known = new Map<string, readonly string[]>();

function tokensOf(text: string): readonly string[] {
  const tokens = known.get(text) ?? readTokens(text);
  known.set(text, tokens);
  return tokens;
}

function readTokens(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw validation(`unreadable expression: ${text}`);
    tokens.push(token);
  }
  return tokens;
}

export function validation(message: string): Error {
  const error = new Error(message);
  error.name = "ValidationException";
  return error;
}

/** DynamoDB refuses unused names and values. */
export function mustUseAll(expressions: (string | undefined)[], { names = {}, values = {} }: Terms): void {
  const used = new Set(
    expressions.flatMap((text) => tokensOf(text ?? "")).flatMap((token) => token.split(".")),
  );
  const unused = [...Object.keys(names), ...Object.keys(values)].filter((term) => !used.has(term));
  if (unused.length > 0) throw validation(`unused in expressions: ${unused.join(", ")}`);
}

/** The value at a path of attributes: `assignee.id`. */
function at(item: Item, path: string): unknown {
  let found: unknown = item;
  for (const name of path.split("."))
    found = typeof found === "object" && found !== null ? Reflect.get(found, name) : undefined;
  return found;
}

type Operand = string | number | undefined;
type Compare = (one: string | number, other: string | number) => boolean;
const COMPARE: Record<string, Compare> = {
  "=": (one, other) => one === other,
  "<>": (one, other) => one !== other,
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  ">": (one, other) => one > other,
  ">=": (one, other) => one >= other,
};

/** Reads one expression from left to right. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #terms: Terms;
  readonly #item: Item;
  #place = 0;

  constructor(text: string, item: Item, terms: Terms) {
    this.#tokens = tokensOf(text);
    this.#item = item;
    this.#terms = terms;
  }

  get isDone(): boolean {
    return this.#place >= this.#tokens.length;
  }

  take(expected?: string): string {
    const token = this.#tokens[this.#place++];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw validation(`unexpected ${token ?? "end"} in ${this.#tokens.join(" ")}`);
    return token;
  }

  takes(...tokens: string[]): string | undefined {
    const next = this.#tokens[this.#place];
    return next !== undefined && tokens.includes(next) ? this.take() : undefined;
  }

  attribute(): string {
    return this.take()
      .split(".")
      .map((token) => this.#nameOf(token))
      .join(".");
  }

  #nameOf(token: string): string {
    if (!token.startsWith("#")) return token;
    const name = this.#terms.names?.[token];
    if (name === undefined) throw validation(`no name for ${token}`);
    return name;
  }

  value(): unknown {
    const token = this.take();
    if (token.startsWith(":")) {
      if (!Object.hasOwn(this.#terms.values ?? {}, token)) throw validation(`no value for ${token}`);
      return this.#terms.values?.[token];
    }
    this.#place--;
    if (this.takes("size")) return sizeOf(this.#item[this.#inBrackets()]);
    if (!this.takes("if_not_exists")) return at(this.#item, this.attribute());
    this.take("(");
    const known = this.#item[this.attribute()];
    this.take(",");
    const otherwise = this.value();
    this.take(")");
    return known ?? otherwise;
  }

  #inBrackets(): string {
    this.take("(");
    const name = this.attribute();
    this.take(")");
    return name;
  }

  condition(): boolean {
    let holds = this.#all();
    while (this.takes("OR")) holds = this.#all() || holds;
    return holds;
  }

  #all(): boolean {
    let holds = this.#one();
    while (this.takes("AND")) holds = this.#one() && holds;
    return holds;
  }

  #one(): boolean {
    if (this.takes("attribute_exists")) return at(this.#item, this.#inBrackets()) !== undefined;
    if (this.takes("attribute_not_exists")) return at(this.#item, this.#inBrackets()) === undefined;
    if (this.takes("(")) {
      const holds = this.condition();
      this.take(")");
      return holds;
    }
    const left = operand(this.value());
    if (this.takes("BETWEEN")) {
      const low = operand(this.value());
      this.take("AND");
      const high = operand(this.value());
      if (left === undefined || low === undefined || high === undefined) return false;
      return left >= low && left <= high;
    }
    const compare = COMPARE[this.take()];
    const right = operand(this.value());
    if (!compare) throw validation(`unknown comparison in ${this.#tokens.join(" ")}`);
    if (left === undefined || right === undefined) return false;
    return compare(left, right);
  }
}

const operand = (value: unknown): Operand => {
  if (typeof value === "string" || typeof value === "number") return value;
  return typeof value === "object" && value !== null ? inOneOrder(value) : undefined;
};
/** Maps are equal when they have equal entries, in any order. */
const inOneOrder = (value: object): string =>
  JSON.stringify(Object.entries(value).sort(([one], [other]) => one.localeCompare(other)));
const sizeOf = (value: unknown): Operand =>
  Array.isArray(value) || typeof value === "string" ? value.length : undefined;

export function isMet(condition: string | undefined, item: Item | undefined, terms: Terms): boolean {
  if (condition === undefined) return true;
  const reader = new Reader(condition, item ?? {}, terms);
  const holds = reader.condition();
  if (!reader.isDone) throw validation(`unreadable condition: ${condition}`);
  return holds;
}

/** The item after an update; all expressions read the item before it. */
export function updated(expression: string, item: Item, terms: Terms): Item {
  const after = { ...item };
  const reader = new Reader(expression, item, terms);
  let clause: string | undefined;
  while (!reader.isDone) {
    clause = reader.takes("SET", "REMOVE", "ADD") ?? (reader.take(","), clause);
    const name = reader.attribute();
    if (name.includes(".")) throw validation(`a path in an update is not known here: ${name}`);
    if (clause === "SET") {
      reader.take("=");
      after[name] = reader.value();
    } else if (clause === "ADD") after[name] = Number(item[name] ?? 0) + Number(reader.value());
    else if (clause === "REMOVE") delete after[name];
    else throw validation(`unreadable update: ${expression}`);
  }
  return after;
}
