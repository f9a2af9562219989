/** Classifies targets in a document: those that a person follows, and those that a program fetches without asking. */

/** Programs that follow a link leave control characters out: "java<tab>script:" is a script to them. */
const bare = (target: string): string => target.replace(/\p{Cc}/gu, "").trim();

const SCHEME = /^([a-z][a-z0-9+.-]+):/i;
/** A page address without its scheme. */
const WITH_PORT = /^[\w-]+(\.[\w-]+)+:\d{1,5}([/?#]|\s*$)/;
const LINKED = ["http", "https", "mailto", "tel", "ftp", "file", "urn", "doi"];

/** A picture that the reference itself contains, or that was copied from a mail. */
export const isWithin = (given: string): boolean => /^(data:image\/|cid:)/i.test(bare(given));

/** How a share starts, in any spelling: `\\\\host`, `//host`, `%5c%5chost`. */
const DOUBLE_SLASH = /^([\\/]|%5c|%2f){2}/i;

/** Whether a target is on another machine or in a file of another program, and not in the document itself. */
export const isElsewhere = (given: string): boolean => {
  const target = bare(given);
  return (SCHEME.test(target) && !isWithin(target)) || DOUBLE_SLASH.test(target);
};

const DISK = /^(file:\/\/\/(?!(localhost)?([\\/]|%5c|%2f|unc[\\/]))|(file:)?[a-z]:[\\/])/i;
/** Whether a target is a file on the author's machine: other machines lack it, so nothing is fetched. */
export const isOwnDisk = (target: string): boolean => !isElsewhere(target) || DISK.test(bare(target));

/** A share on a network: who follows such a link hands the password of Windows, as a hash, to the other machine. */
export const isShare = (given: string): boolean => {
  const target = bare(given);
  return (
    DOUBLE_SLASH.test(target) ||
    (/^(file|smb|cifs|nfs|afp|davs?|webdav):/i.test(target) && !isOwnDisk(target))
  );
};

/** A link that a person follows by hand to a page, a mail or a file; any other scheme starts a program or a script, or is a share. */
export const isPlainLink = (given: string): boolean => {
  const target = bare(given);
  const [, scheme] = SCHEME.exec(target) ?? [];
  return (
    !isShare(target) &&
    (scheme === undefined || WITH_PORT.test(target) || LINKED.includes(scheme.toLowerCase()))
  );
};
