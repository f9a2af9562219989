import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Cloud } from "../../local/cloud.ts";
import { readLifecycle } from "../../local/s3/lifecycle.ts";
import { some, textWith } from "./small-app/matchers.ts";
import { answerOf, bucketOf, item, s3Of, startSmallCloud } from "./small-app/small-cloud.ts";

const Policy = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });
type Policy = z.infer<typeof Policy>;

let cloud: Cloud;
let Bucket: string;
let s3: ReturnType<typeof s3Of>;

beforeAll(async () => {
  cloud = await startSmallCloud();
  Bucket = bucketOf(cloud);
  s3 = s3Of(cloud);
});
afterAll(() => cloud.stop());

const put = (Key: string, Body: string | Buffer) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (Key: string, more: object = {}) => {
  const { Body, ...answer } = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: (await Body?.transformToString()) ?? "" };
};

describe("objects", () => {
  it("are read as written, with their headers and checksum", async () => {
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: "a b/é.txt",
        Body: "Dag",
        ContentType: "text/plain",
        Metadata: { kind: "note" },
      }),
    );

    const answer = await read("a b/é.txt");

    expect(answer).toMatchObject({
      text: "Dag",
      ContentType: "text/plain",
      Metadata: { kind: "note" },
      ChecksumCRC32: some(String),
    });
    expect(answer.ETag).toBe(`"${createHash("md5").update("Dag").digest("hex")}"`);
  });

  it("keep every version, hide deleted ones, and lose those deleted by version", async () => {
    const first = await put("versioned", "one");
    await put("versioned", "two");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "versioned" }));

    await expect(read("versioned")).rejects.toThrow("The specified key does not exist.");
    expect((await read("versioned", { VersionId: first.VersionId })).text).toBe("one");
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: "versioned" }),
    );
    expect([Versions.length, DeleteMarkers.length]).toEqual([2, 1]);
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({
      Key: Key ?? "",
      VersionId,
    }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(
      (await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: "versioned" }))).Versions,
    ).toBeUndefined();
  });

  it("are listed by version and page, also where XML cannot contain a key", async () => {
    const odd = "pages/b & <c>\u0001 é+.txt";
    for (const key of ["pages/a", "pages/a", odd, "pages/d", "pages/a"]) await put(key, "x");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "pages/d" }));
    await put("pagesnot/a", "x");
    const seen: [key: string, isLatest: boolean | undefined][] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};

    while (markers) {
      const page: ListObjectVersionsCommandOutput = await s3.send(
        new ListObjectVersionsCommand({
          Bucket,
          Prefix: "pages/",
          MaxKeys: 2,
          EncodingType: "url",
          ...markers,
        }),
      );
      const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      expect(found.length).toBeLessThanOrEqual(2);
      for (const { Key = "", IsLatest } of found)
        seen.push([decodeURIComponent(Key.replaceAll("+", " ")), IsLatest]);
      markers = page.IsTruncated
        ? {
            KeyMarker: decodeURIComponent((page.NextKeyMarker ?? "").replaceAll("+", " ")),
            VersionIdMarker: page.NextVersionIdMarker,
          }
        : undefined;
    }

    expect(seen.sort(([one], [other]) => (one < other ? -1 : 1))).toEqual([
      ["pages/a", true],
      ["pages/a", false],
      ["pages/a", false],
      [odd, true],
      ["pages/d", false],
      ["pages/d", true],
    ]);
    await expect(
      s3.send(new ListObjectVersionsCommand({ Bucket, VersionIdMarker: "x" })),
    ).rejects.toMatchObject({ name: "InvalidArgument" });
  });

  it("are read by range", async () => {
    await put("parts", "0123456789");

    expect(await read("parts", { Range: "bytes=2-4" })).toMatchObject({
      text: "234",
      ContentRange: "bytes 2-4/10",
    });
    expect((await read("parts", { Range: "bytes=-3" })).text).toBe("789");
    await expect(read("parts", { Range: "bytes=20-" })).rejects.toThrow("not satisfiable");
  });

  it("are copied and listed", async () => {
    await put("list/1", "1");
    await s3.send(new CopyObjectCommand({ Bucket, Key: "list/2", CopySource: `${Bucket}/list/1` }));

    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "list/" }));

    expect(Contents.map(({ Key }) => Key)).toEqual(["list/1", "list/2"]);
    const { CommonPrefixes } = await s3.send(
      new ListObjectsV2Command({ Bucket, Delimiter: "/", Prefix: "li" }),
    );
    expect(CommonPrefixes).toEqual([{ Prefix: "list/" }]);
  });

  it("of 25 MB are complete", async () => {
    const bytes = randomBytes(25 * 1024 * 1024);
    await put("large", bytes);

    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: "large" }));

    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "large" }))).ContentLength).toBe(bytes.length);
  });

  it("with a wrong checksum are refused", async () => {
    const wrong = new PutObjectCommand({
      Bucket,
      Key: "bad",
      Body: "x",
      ChecksumSHA256: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    });

    await expect(s3.send(wrong)).rejects.toMatchObject({ name: "BadDigest" });
  });
});

describe("a presigned address", () => {
  const signed = (Key: string) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key, ResponseContentDisposition: 'attachment; filename="n.txt"' }),
      { expiresIn: 60 },
    );

  it("returns the object under the signed name", async () => {
    await put("signed", "Dag");

    const answer = await fetch(await signed("signed"));

    expect(await answer.text()).toBe("Dag");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="n.txt"');
  });

  it("is refused when changed, and when it has expired by the virtual clock", async () => {
    const address = await signed("signed");

    const changed = await fetch(address.replace("n.txt", "m.txt"));
    await cloud.advance(61_000);
    const late = await fetch(address);

    expect([changed.status, await changed.text()]).toEqual([403, textWith("SignatureDoesNotMatch")]);
    expect([late.status, await late.text()]).toEqual([403, textWith("Request has expired")]);
  });

  it("of a function acts with that function's permissions", async () => {
    await put("uploads/x", "mine");
    await put("elsewhere", "not mine");

    const mine = await answerOf(cloud, "small-sign", { key: "uploads/x" });
    const other = await answerOf(cloud, "small-sign", { key: "elsewhere" });

    expect(await (await fetch(String(mine["get"]))).text()).toBe("mine");
    expect((await fetch(String(other["get"]))).status).toBe(403);
  });
});

describe("an upload form", () => {
  const policy = (more: Partial<Parameters<typeof createPresignedPost>[1]> = {}) =>
    createPresignedPost(s3, {
      Bucket,
      Key: "uploads/${filename}",
      Conditions: [
        ["content-length-range", 2, 100],
        ["starts-with", "$Content-Type", "text/"],
      ],
      Expires: 60,
      ...more,
    });
  const upload = (
    { url, fields }: Policy,
    content = "inhoud",
    extra: Record<string, string> = { "Content-Type": "text/plain" },
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...extra })) form.append(name, value);
    form.append("file", new Blob([content], { type: "text/plain" }), "plan 1.txt");
    return fetch(url, { method: "POST", body: form, redirect: "manual" });
  };

  it("stores the file under its own name and redirects as requested", async () => {
    const redirect = "http://127.0.0.1:9/back?a=1";

    const answer = await upload(await policy({ Fields: { success_action_redirect: redirect } }));

    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get("location") ?? "");
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      a: "1",
      bucket: Bucket,
      key: "uploads/plan 1.txt",
    });
    expect(await read("uploads/plan 1.txt")).toMatchObject({ text: "inhoud", ContentType: "text/plain" });
  });

  it("that is abandoned halfway stores nothing", async () => {
    const { url, fields } = await policy({ Key: "uploads/abandoned" });
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, "Content-Type": "text/plain" }))
      form.append(name, value);
    form.append("file", new Blob(["inhoud"], { type: "text/plain" }), "plan.txt");
    const encoded = new Response(form);
    const type = encoded.headers.get("content-type") ?? "";
    const bytes = Buffer.from(await encoded.arrayBuffer());

    await new Promise<void>((resolve) => {
      const headers = { "content-type": type, "content-length": bytes.length };
      const sending = request(url, { method: "POST", headers });
      sending.on("error", () => undefined).on("close", resolve);
      // Until halfway the end of the form.
      sending.write(bytes.subarray(0, -20), () => sending.destroy());
    });
    await cloud.settled();

    await expect(read("uploads/abandoned")).rejects.toThrow("The specified key does not exist.");
  });

  it("reaches the function that the event rule names", async () => {
    await upload(await policy());
    await cloud.settled();

    expect(await item(cloud, "event#uploads/plan 1.txt")).toMatchObject({ count: some(Number) });
  });

  it.each([
    ["a file too large", {}, "x".repeat(101), undefined, "EntityTooLarge"],
    ["a file too small", {}, "x", undefined, "EntityTooSmall"],
    [
      "a field that the policy does not name",
      {},
      "inhoud",
      { "Content-Type": "text/plain", acl: "public-read" },
      "Extra input fields: acl",
    ],
    [
      "a value that the policy does not allow",
      {},
      "inhoud",
      { "Content-Type": "image/png" },
      "Policy Condition failed",
    ],
  ])("with %s is refused", async (_what, more, content, extra, message) => {
    const answer = await upload(await policy(more), content, extra);

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(message);
  });

  it("is refused with another key, with a forged policy, and when it has expired", async () => {
    const given = await policy({ Key: "uploads/one" });
    const late = await policy();

    const otherKey = await upload({ ...given, fields: { ...given.fields, key: "uploads/two" } });
    const forged = await upload({
      ...given,
      fields: {
        ...given.fields,
        Policy: Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}').toString("base64"),
      },
    });
    await cloud.advance(61_000);

    expect(await otherKey.text()).toContain("Policy Condition failed");
    expect(await forged.text()).toContain("SignatureDoesNotMatch");
    expect(await (await upload(late)).text()).toContain("Policy expired");
  });

  it("of a function needs that function's permissions", async () => {
    const { post } = await answerOf(cloud, "small-sign", { key: "uploads/x" });

    const answer = await upload(Policy.parse(post));

    expect(answer.status).toBe(204);
  });
});

describe("a lifecycle rule", () => {
  const DAYS = 24 * 60 * 60 * 1000;
  const below = async (Prefix: string) => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix }),
    );
    return [Versions.length, DeleteMarkers.length];
  };

  it("hides expired objects by the virtual clock, deletes them a day later, and changes nothing else", async () => {
    await put("short/a", "one");
    await put("short/a", "two");
    await put("long/a", "stays");
    expect(await below("short/")).toEqual([2, 0]);

    await cloud.advance(2.5 * DAYS);
    await expect(read("short/a")).rejects.toThrow("The specified key does not exist.");
    await cloud.advance(3 * DAYS);

    expect(await below("short/")).toEqual([0, 0]);
    expect((await read("long/a")).text).toBe("stays");
  });

  it("that is not supported is refused by name", () => {
    expect(() => readLifecycle("small", [{ Status: "Enabled", Transitions: [] }])).toThrow(/Transitions/);
  });
});
