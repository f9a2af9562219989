import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import { aDocx, type Make, rowsOf } from "./files.ts";
import { aJpeg, aJpegWith, aPng, chunk, exif, segment } from "./images.ts";

const scanOf = async (make: Make) => (await scanDocument(await make())).scan;
const cleaned = async (bytes: Uint8Array) => Buffer.from((await scanDocument(bytes)).cleaned ?? []);

describe("an image of a scan (DOC-09)", () => {
  it.each([
    ["image/jpeg", aJpeg],
    ["image/png", aPng],
  ])("as a program makes it is accepted as it is: %s", async (contentType, make) => {
    expect(await scanDocument(make())).toEqual({ contentType, scan: "accepted", cleaned: make() });
  });

  it("keeps of a photograph which way up it is, and neither its place nor its device", async () => {
    const photo = aJpegWith(
      exif(),
      segment(0xe1, "http://ns.adobe.com/xap/1.0/\0Ghent"),
      segment(0xfe, "An"),
    );

    const stored = await cleaned(photo);

    expect(stored.toString("latin1")).not.toMatch(/51\.05|Ghent|An/);
    const tiff = stored.subarray(stored.indexOf("Exif\0\0") + 6);
    expect(tiff.subarray(0, 26).toString("hex")).toBe("4d4d002a00000008000101120003000000010006000000000000");
    expect(await cleaned(stored)).toEqual(stored);
  });

  it("loses a preview, a profile and the texts of a program", async () => {
    const preview = segment(0xe0, Buffer.concat([Buffer.from("JFXX\0\u0010", "latin1"), aJpeg()]));
    const texts = [chunk("tEXt", Buffer.from("Author\0An")), chunk("eXIf", Buffer.from("MM\0*GPS"))];

    expect(await cleaned(aJpegWith(preview, segment(0xe2, "ICC_PROFILE\0x")))).toEqual(aJpeg());
    expect(await cleaned(aPng({ more: texts }))).toEqual(aPng());
  });

  it.each([
    ["a JPG", aJpeg],
    ["a PNG", aPng],
  ])("keeps nothing of what follows it: %s", async (_name, make) => {
    const behind = Buffer.concat([make(), await aDocx()]);

    expect(await cleaned(behind)).toEqual(make());
  });

  const wide = (size: number) => {
    const bytes = aJpeg();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(size, frame + 5);
    bytes.writeUInt16BE(size, frame + 7);
    return bytes;
  };
  const withoutScan = () => Buffer.concat([aJpeg().subarray(0, 20), Buffer.from([0xff, 0xd9])]);
  const wrongSum = () => {
    const bytes = aPng();
    bytes.set([1], bytes.indexOf("IHDR") + 4);
    return bytes;
  };
  it.each(
    rowsOf({
      "refused-damaged": {
        "a JPG cut off halfway": () => aJpeg().subarray(0, -40),
        "a JPG cut off at its very end": () => aJpeg().subarray(0, -1),
        "a JPG of its first bytes": () => aJpeg().subarray(0, 3),
        "a JPG without a picture": withoutScan,
        "a JPG without a size": () => wide(0),
        "a JPG of a kind that browsers do not show": () => aJpegWith(segment(0xcc, "x")),
        "a JPG with a page in its place": () =>
          Buffer.concat([aJpeg().subarray(0, 2), Buffer.from("\u00ff<html>", "latin1")]),
        "a PNG cut off halfway": () => aPng().subarray(0, 50),
        "a PNG without an end": () => aPng().subarray(0, -12),
        "a PNG with a wrong sum": wrongSum,
        "a PNG with fewer rows than it says": () => aPng({ height: 9 }),
        "a PNG with more rows than it says": () => aPng({ height: 7 }),
        "a PNG with an unknown part that it needs": () => aPng({ more: [chunk("XxXx", Buffer.alloc(1))] }),
      },
      "refused-unpacked": {
        "a JPG of 65,000 by 65,000": () => wide(65_000),
        "a PNG of a million by a million": () => aPng({ width: 1_000_000, height: 1_000_000 }),
        "a JPG with scans without end": () => {
          const scan = aJpeg().subarray(aJpeg().indexOf(Buffer.from([0xff, 0xda])), -2);
          return Buffer.concat([
            aJpeg().subarray(0, -2),
            ...Array.from({ length: 300 }, () => scan),
            aJpeg().subarray(-2),
          ]);
        },
      },
      "refused-type": {
        "a GIF": () => Buffer.from("GIF89a"),
        "a photograph of an iPhone (HEIC)": () => Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0", "latin1"),
      },
    }),
  )("%s is refused as %s", async (_name, scan, make) => {
    expect(await scanOf(make)).toBe(scan);
  });
});
