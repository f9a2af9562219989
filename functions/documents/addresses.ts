/** Classifies targets in a document: those that a person follows, and those that a program fetches without asking. */

const SCHEME = /^\s*([a-z][a-z0-9+.-]+):/i;
/** A web page without its scheme. */
const WITH_PORT = /^\s*[\w-]+(\.[\w-]+)+:\d{1,5}([/?#]|\s*$)/;
const LINKED = ["http", "https", "mailto", "tel", "ftp", "file", "urn", "doi"];

/** A picture that is embedded in the reference itself. */
const WRITTEN_OUT = /^\s*data:image\//i;

/** Whether a target is outside the document: on another machine, or a file of another program. */
export const isElsewhere = (target: string): boolean =>
  (SCHEME.test(target) && !WRITTEN_OUT.test(target)) || /^\s*([\\/]{2}|%5c%5c)/i.test(target);

/** Whether a target is a file on the author's machine: other machines lack it, so nothing is fetched. */
export const isOwnDisk = (target: string): boolean =>
  !isElsewhere(target) || /^\s*(file:\/\/\/(?![\\/]|%5c|%2f)|[a-z]:[\\/])/i.test(target);

/**
 * Whether a target is a page, a mail address or a file that a person opens. Any other scheme starts a program or a
 * script.
 */
export const isPlainLink = (target: string): boolean => {
  const [, scheme] = SCHEME.exec(target) ?? [];
  return scheme === undefined || WITH_PORT.test(target) || LINKED.includes(scheme.toLowerCase());
};
