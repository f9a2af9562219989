import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectLockMode,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { DayDigest } from "../../domain/log.ts";
import type { KeptDigest, LogDigests } from "../../domain/ports.ts";
import { translatedS3 } from "./errors.ts";

/** A bucket with object lock, of digests only. */
export type DigestBucket = { client: S3Client; name: string; lockMode: ObjectLockMode };
type Version = { key: string; id: string };

const keyOf = (dossier: string, day: string) => `${dossier}/${day}.json`;
const dayIn = (key: string) => /\/(\d{4}-\d{2}-\d{2})\.json$/.exec(key)?.[1];

/** How many digests are read at once. */
const AT_ONCE = 10;

export function createLogDigests({ client, name: Bucket, lockMode }: DigestBucket): LogDigests {
  const read = async (Key: string, VersionId?: string): Promise<DayDigest | undefined> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    return parsed((await Body?.transformToString()) ?? "");
  };

  /** The first version of each digest: a later one can be added, but nothing can take the place of a locked one. */
  const firstVersions = async (dossierId: string): Promise<Version[]> => {
    const first = new Map<string, string>();
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await client.send(
        new ListObjectVersionsCommand({ Bucket, Prefix: `${dossierId}/`, KeyMarker, VersionIdMarker }),
      );
      // By key, then newest first.
      for (const { Key = "", VersionId = "" } of page.Versions ?? []) first.set(Key, VersionId);
      KeyMarker = page.NextKeyMarker;
      VersionIdMarker = page.NextVersionIdMarker;
    } while (KeyMarker !== undefined);
    return [...first].map(([key, id]) => ({ key, id })).sort((a, b) => (a.key < b.key ? -1 : 1));
  };

  return {
    keep: (digest, lockedUntil) =>
      translatedS3(digest.dossier, async () => {
        const Key = keyOf(digest.dossier, digest.day);
        try {
          await client.send(
            new PutObjectCommand({
              ...{ Bucket, Key, Body: JSON.stringify(digest, undefined, 1), ContentType: "application/json" },
              IfNoneMatch: "*",
              ObjectLockMode: lockMode,
              ObjectLockRetainUntilDate: new Date(lockedUntil),
            }),
          );
          return digest;
        } catch (error) {
          if (!(error instanceof Error) || error.name !== "PreconditionFailed") throw error;
          return (await read(Key)) ?? digest;
        }
      }),

    list: (dossierId) =>
      translatedS3(dossierId, async () => {
        const versions = (await firstVersions(dossierId)).filter(({ key }) => dayIn(key) !== undefined);
        const kept: KeptDigest[] = [];
        for (let from = 0; from < versions.length; from += AT_ONCE)
          kept.push(
            ...(await Promise.all(
              versions
                .slice(from, from + AT_ONCE)
                .map(async ({ key, id }) => ({ day: dayIn(key) ?? "", digest: await read(key, id) })),
            )),
          );
        return kept;
      }),
  };
}

/** Undefined where it is no digest. */
function parsed(text: string): DayDigest | undefined {
  try {
    return DayDigest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
