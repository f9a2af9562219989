import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { mailKey } from "../../functions/adapters/s3/mail-archive.ts";
import { SHORT_KEPT } from "../../functions/domain/retention.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { Tombstone } from "../../functions/domain/tombstone.ts";
import type { Cloud } from "../../local/cloud.ts";
import type { Stage } from "../demo/stage.ts";

type Mail = Awaited<ReturnType<Cloud["mailbox"]>>[number];
type Execution = Awaited<ReturnType<Cloud["executions"]>>[number];

/** Everything stored about one dossier at one moment. */
export type DossierNow = {
  reference: string;
  time: string;
  whole: WholeDossier;
  /** Mails that SES received for it: `an: onderwerp`, without parts that differ between dossiers. */
  mails: string[];
  executions: Execution[];
  /** Current keys in the bucket. */
  files: string[];
  /** Messages in the dead-letter queues that contain its id. */
  lost: string[];
};

/** The remains of a deleted dossier. */
export type DeletedNow = Omit<DossierNow, "whole"> & { whole?: undefined; tombstone: Tombstone };

/** Reads everything about several dossiers at one moment. */
export async function dossiersNow<Played extends Stage>(
  cloud: Cloud,
  stages: readonly Played[],
): Promise<Map<Played, DossierNow | DeletedNow>> {
  const [mailbox, executions, files] = [
    await cloud.mailbox(),
    await cloud.executions(),
    await filesIn(cloud),
  ];
  const found = new Map<Played, DossierNow | DeletedNow>();
  for (const stage of stages) {
    const { reference } = stage.journey;
    if (reference === "") continue;
    const { id, ...left } = await whatIsLeft(stage);
    found.set(stage, {
      ...left,
      reference,
      time: new Date(cloud.clock.now()).toISOString(),
      mails: mailbox.filter((mail) => isOf(mail, stage)).map((mail) => wordsOf(mail, reference)),
      executions: executions.filter(({ name }) => name.startsWith(`${id}-`)),
      files: files.filter((key) => key.includes(`/${id}/`)),
      lost: cloud
        .messages()
        .filter(({ body }) => body.includes(id))
        .map(({ queue }) => queue),
    });
  }
  return found;
}

async function whatIsLeft({ record, journey: { reference } }: Stage) {
  const whole = await record.findWhole(reference);
  if (whole) return { id: whole.dossier.id, whole };
  const tombstone = await record.findTombstone(reference);
  if (!tombstone) throw new Error(`neither a dossier nor a tombstone of ${reference}`);
  return { id: tombstone.id, tombstone };
}

const domainOf = (address: string) => address.slice(address.indexOf("@"));

const isOf = ({ subject, to }: Mail, { journey, applicant }: Stage): boolean =>
  subject.includes(`[${journey.reference}]`) || to.some((one) => domainOf(one) === domainOf(applicant));

const wordsOf = ({ subject, to }: Mail, reference: string): string =>
  `${to.map((one) => one.split("@")[0]).join()}: ${anonymous(subject, reference)}`;

/** A subject without the reference of its dossier. */
export const anonymous = (subject: string, reference: string) => subject.replaceAll(reference, "…");

async function filesIn(cloud: Cloud): Promise<string[]> {
  const client = new S3Client({ ...cloud.operator, forcePathStyle: true });
  const keys: string[] = [];
  let KeyMarker: string | undefined;
  let VersionIdMarker: string | undefined;
  do {
    const page = await client.send(
      new ListObjectVersionsCommand({
        Bucket: cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket"),
        KeyMarker,
        VersionIdMarker,
      }),
    );
    for (const { Key, IsLatest } of page.Versions ?? []) if (Key !== undefined && IsLatest) keys.push(Key);
    [KeyMarker, VersionIdMarker] = [page.NextKeyMarker, page.NextVersionIdMarker];
  } while (KeyMarker !== undefined);
  return keys;
}

/** Where a sent mail is kept: as long as its dossier, or for some weeks. */
export const archiveKeys = (id: string, key: string): string[] =>
  ["", ...Object.values(SHORT_KEPT).map((folder) => `${folder}/`)].map((place) =>
    mailKey(`${place}${id}/${key}`),
  );
