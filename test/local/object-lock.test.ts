import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type ObjectLockMode,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cloud } from "../../local/cloud.ts";
import { bucketOf, s3Of, startSmallCloud } from "./small-app/small-cloud.ts";

const DAY = 86_400_000;
let cloud: Cloud;
let Bucket: string;
let s3: ReturnType<typeof s3Of>;

beforeAll(async () => {
  cloud = await startSmallCloud();
  Bucket = bucketOf(cloud, "Locked");
  s3 = s3Of(cloud);
});
afterAll(() => cloud.stop());

const put = (Key: string, mode?: ObjectLockMode, days = 1) =>
  s3.send(
    new PutObjectCommand({
      ...{ Bucket, Key, Body: "one", ObjectLockMode: mode },
      ObjectLockRetainUntilDate: mode && new Date(cloud.clock.now() + days * DAY),
    }),
  );
const remove = (Key: string, VersionId?: string, BypassGovernanceRetention?: boolean) =>
  s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId, BypassGovernanceRetention }));
const isThere = (Key: string, VersionId?: string) =>
  s3.send(new GetObjectCommand({ Bucket, Key, VersionId })).then(
    () => true,
    () => false,
  );

describe("a locked version", () => {
  it("is not deleted before its time, by nobody under compliance", async () => {
    const { VersionId } = await put("compliance", "COMPLIANCE");

    await expect(remove("compliance", VersionId)).rejects.toThrow("object protected by object lock");
    await expect(remove("compliance", VersionId, true)).rejects.toThrow("object protected by object lock");
    const { Errors, Deleted } = await s3.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "compliance", VersionId }] } }),
    );
    expect([Errors?.[0]?.Code, Deleted]).toEqual(["AccessDenied", undefined]);
    expect(await isThere("compliance", VersionId)).toBe(true);
  });

  it("is deleted under governance by who asks to pass by and is allowed to", async () => {
    const { VersionId } = await put("governance", "GOVERNANCE");

    await expect(remove("governance", VersionId)).rejects.toThrow("object protected by object lock");
    await remove("governance", VersionId, true);
    expect(await isThere("governance", VersionId)).toBe(false);
  });

  it("stays below a newer version and below a delete marker", async () => {
    const { VersionId } = await put("below", "COMPLIANCE");
    await put("below");
    await remove("below");

    expect(await isThere("below")).toBe(false);
    expect(await isThere("below", VersionId)).toBe(true);
  });

  it("says until when it is locked, by the bucket where the request does not", async () => {
    await put("default");

    const { ObjectLockMode, ObjectLockRetainUntilDate } = await s3.send(
      new HeadObjectCommand({ Bucket, Key: "default" }),
    );
    expect(ObjectLockMode).toBe("GOVERNANCE");
    expect(ObjectLockRetainUntilDate?.getTime()).toBeGreaterThan(cloud.clock.now() + 29 * DAY);
  });

  it("is deleted once its time has come", async () => {
    const { VersionId } = await put("ended", "COMPLIANCE");
    await cloud.advance(2 * DAY);

    await remove("ended", VersionId);
    expect(await isThere("ended", VersionId)).toBe(false);
  });

  it("is refused by a bucket without object lock, and for a moment that has passed", async () => {
    await expect(put("past", "COMPLIANCE", -1)).rejects.toThrow("must be in the future");
    Bucket = bucketOf(cloud, "Bucket");
    await expect(put("other", "COMPLIANCE")).rejects.toThrow("missing Object Lock Configuration");
  });
});
