/** What a document may point to, as somebody follows it or as a program fetches it by itself. */

const SCHEME = /^\s*([a-z][a-z0-9+.-]+):/i;
/** A page whose scheme was left out. */
const WITH_PORT = /^\s*[\w-]+(\.[\w-]+)+:\d{1,5}([/?#]|\s*$)/;
const LINKED = ["http", "https", "mailto", "tel", "ftp", "file", "urn", "doi"];

/** A picture that is written out in the reference itself. */
const WRITTEN_OUT = /^\s*data:image\//i;

/** Elsewhere: on another machine, or a file of another program. A part of the document itself is none. */
export const isElsewhere = (target: string): boolean =>
  (SCHEME.test(target) && !WRITTEN_OUT.test(target)) || /^\s*([\\/]{2}|%5c%5c)/i.test(target);

/** A file on the machine where the document was made: it is not there on another, and nothing is fetched. */
export const isOwnDisk = (target: string): boolean =>
  !isElsewhere(target) || /^\s*(file:\/\/\/(?![\\/]|%5c|%2f)|[a-z]:[\\/])/i.test(target);

/** A link that a person follows by hand to a page, a mail or a file; any other scheme starts a program or a script. */
export const isPlainLink = (target: string): boolean => {
  const [, scheme] = SCHEME.exec(target) ?? [];
  return scheme === undefined || WITH_PORT.test(target) || LINKED.includes(scheme.toLowerCase());
};
