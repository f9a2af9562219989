import { Parser } from "htmlparser2";

/** Elements whose content nobody reads. */
const UNREAD = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "object",
  "iframe",
  "svg",
]);
/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  "address article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul".split(
    " ",
  ),
);

/**
 * The words of an HTML mail, each block on a line. Nothing is run or fetched: scripts, styles and pictures are left out.
 * Lines within a `blockquote` begin with `>`, as in a text mail.
 */
export function textOfHtml(html: string): string {
  const lines: string[] = [];
  let [unread, quotes, current] = [0, 0, ""];
  const endLine = () => {
    const words = current.replace(/\s+/g, " ").trim();
    if (words !== "" || lines.at(-1) !== "")
      lines.push(words === "" ? "" : "> ".repeat(Math.min(quotes, 3)) + words);
    current = "";
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNREAD.has(name)) unread += 1;
      if (BLOCKS.has(name)) endLine();
      if (name === "blockquote") quotes += 1;
    },
    ontext: (text) => {
      if (unread === 0) current += text;
    },
    onclosetag: (name) => {
      if (BLOCKS.has(name)) endLine();
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      if (name === "blockquote") quotes = Math.max(0, quotes - 1);
    },
  });
  parser.write(html);
  parser.end();
  endLine();
  return lines.join("\n").trim();
}
