/** Classifies targets in a document: those that a person follows, and those that a program fetches without asking. */

/** Programs that follow a link leave control characters out: "java<tab>script:" is a script to them. */
const bare = (target: string): string => target.replace(/\p{Cc}/gu, "").trim();

const SCHEME = /^([a-z][a-z0-9+.-]+):/i;
/** A page address without its scheme. */
const WITH_PORT = /^[\w-]+(\.[\w-]+)+:\d{1,5}([/?#]|\s*$)/;
const LINKED = ["http", "https", "mailto", "tel", "ftp", "file", "urn", "doi"];

/** A picture that the reference itself contains, or that was copied from a mail. */
export const isWithin = (given: string): boolean => /^(data:image\/|cid:)/i.test(bare(given));

/** Whether a target is on another machine or in a file of another program, and not in the document itself. */
export const isElsewhere = (given: string): boolean => {
  const target = bare(given);
  return (SCHEME.test(target) && !isWithin(target)) || /^([\\/]|%5c|%2f){2}/i.test(target);
};

/** Whether a target is a file on the author's machine: other machines lack it, so nothing is fetched. */
export const isOwnDisk = (target: string): boolean =>
  !isElsewhere(target) || /^(file:\/\/\/(?![\\/]|%5c|%2f)|[a-z]:[\\/])/i.test(bare(target));

/** A link that a person follows by hand to a page, a mail or a file; any other scheme starts a program or a script. */
export const isPlainLink = (given: string): boolean => {
  const target = bare(given);
  const [, scheme] = SCHEME.exec(target) ?? [];
  return scheme === undefined || WITH_PORT.test(target) || LINKED.includes(scheme.toLowerCase());
};
