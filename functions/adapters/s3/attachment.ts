/** RFC 6266: a file name that every browser reads, and the full name in UTF-8. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`;
}

const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
