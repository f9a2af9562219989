import { strFromU8, unzipSync } from "fflate";

/** Parts that say what a file is are small; a larger one is not opened. Bytes, unpacked. */
const LARGEST_PART = 1024 * 1024;

/** What stands in a zip: the names of all its parts, and the text of those asked for. */
export type ZipParts = { names: string[]; textOf: (name: string) => string };

/** Undefined when it cannot be read as a zip. */
export function readZip(bytes: Uint8Array, wanted: readonly string[]): ZipParts | undefined {
  const names: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return wanted.includes(name) && originalSize <= LARGEST_PART;
      },
    });
    return {
      names,
      textOf: (name) => {
        const part = parts[name];
        return part ? strFromU8(part) : "";
      },
    };
  } catch {
    // A broken or encrypted zip is no document; the answer is its refusal.
    return undefined;
  }
}
