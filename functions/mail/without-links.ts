/** Holds together what it stands between, and shows nothing (word joiner). */
const JOINER = "\u2060";
/** A full stop within a word, in any script: what follows may be the ending of a domain. */
const DOT_IN_WORD = /(?<=[\p{L}\p{M}\p{N}-])[.\u3002\uFF0E\uFF61](?=\p{L}[\p{L}\p{M}\p{N}-])/gu;
/** An address on the web or of mail that a text of ours gives. */
const ADDRESS = /:\/\/|@/;

/**
 * A text of a mail in which programs for mail make no link of a word with a full stop in it, such as the name of an
 * organisation: "Zorg.net". It looks the same. Addresses in full stay.
 */
export const withoutLinks = (text: string): string =>
  text.replace(/\S+/g, (word) => (ADDRESS.test(word) ? word : word.replace(DOT_IN_WORD, `$&${JOINER}`)));
