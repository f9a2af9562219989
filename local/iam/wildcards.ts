const patterns = new Map<string, RegExp>();

/** Whether a text matches an IAM pattern: `*` any characters, `?` one. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === "*" || pattern === text) return true;
  if (!/[*?]/.test(pattern)) return false;
  let expression = patterns.get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    patterns.set(pattern, (expression = new RegExp(`^${source}$`, "s")));
  }
  return expression.test(text);
}
