import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  rmSync,
  truncateSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { hasStarted, prepareStateFiles } from "../../local/cloud/state-files.ts";
import { isStateFolder, lockFolder, moveAside } from "../../local/cloud/state-folder.ts";
import { UnusableState } from "../../local/foundation/state.ts";
import { answerOf, bucketOf, item, s3Of, startSmallCloud } from "./small-app/small-cloud.ts";

const whole = temporaryFolder("state-");
let object = "";
beforeAll(async () => {
  const cloud = await startSmallCloud({ stateFolder: whole });
  await answerOf(cloud, "small-store", { id: "kept" });
  const Bucket = bucketOf(cloud);
  await s3Of(cloud).send(new PutObjectCommand({ Bucket, Key: "kept.txt", Body: "kept".repeat(100) }));
  await cloud.stop();
  object = join("objects", readdirSync(join(whole, "objects"))[0] ?? "");
});

function copy(): string {
  const folder = temporaryFolder("state-");
  cpSync(whole, folder, { recursive: true });
  return folder;
}

const DAMAGE = {
  missing: (file: string) => rmSync(file),
  empty: (file: string) => truncateSync(file),
  "half-written": (file: string) => truncateSync(file, Math.ceil(statSync(file).size / 2)),
  "something else": (file: string) => writeFileSync(file, "no database at all".repeat(1000)),
};
const FILES = {
  "cloud.sqlite": () => "cloud.sqlite",
  "step-functions.sqlite": () => "step-functions.sqlite",
  "dynamodb/dynoxide.sqlite": () => "dynamodb/dynoxide.sqlite",
  "an S3 object": () => object,
};

describe("a state folder", () => {
  it("is used while all its files are intact", async () => {
    const cloud = await startSmallCloud({ stateFolder: copy() });

    expect(await item(cloud, "kept")).toMatchObject({ pk: "kept" });
    await cloud.stop();
  });

  describe.each(Object.entries(FILES))("of which %s", (_name, fileOf) => {
    it.each(Object.entries(DAMAGE))("is %s is refused by the name of the file", async (_damage, damage) => {
      const stateFolder = copy();
      damage(join(stateFolder, fileOf()));

      const starting = startSmallCloud({ stateFolder });

      await expect(starting).rejects.toThrow(UnusableState);
      await expect(starting).rejects.toThrow(fileOf());
    });
  });

  it("is refused without the log of a database that was killed, and used with it", async () => {
    const live = temporaryFolder("state-");
    const cloud = await startSmallCloud({ stateFolder: live });
    await answerOf(cloud, "small-store", { id: "late" });
    hasStarted(live, cloud.consoleUrl);
    await cloud.kill();
    const [kept, lost] = [temporaryFolder("state-"), temporaryFolder("state-")];
    for (const folder of [kept, lost]) cpSync(live, folder, { recursive: true });
    rmSync(join(lost, "dynamodb", "dynoxide.sqlite-wal"));

    expect(() => prepareStateFiles(lost)).toThrow("dynoxide.sqlite-wal is missing");
    const again = await startSmallCloud({ stateFolder: kept });
    expect(await item(again, "late")).toMatchObject({ pk: "late" });
    await again.stop();
  });

  it("of an unfinished first start is started anew", async () => {
    const stateFolder = temporaryFolder("state-");
    prepareStateFiles(stateFolder);
    copyFileSync(join(whole, "cloud.sqlite"), join(stateFolder, "cloud.sqlite"));

    const cloud = await startSmallCloud({ stateFolder });
    await cloud.stop();

    expect(existsSync(join(stateFolder, "first-start"))).toBe(false);
    expect(() => prepareStateFiles(stateFolder)).not.toThrow();
  });

  it("is locked by one process, and free again when that one ends", () => {
    const folder = copy();
    const lock = lockFolder(folder);

    expect(lockFolder(folder)).toBeUndefined();
    lock?.release();
    expect(lockFolder(folder)).toBeDefined();
  });

  it("keeps its lock when its content is moved aside", () => {
    const folder = copy();
    const lock = lockFolder(folder);

    const aside = moveAside(folder);

    expect(readdirSync(folder)).toEqual(["lock"]);
    expect(readdirSync(aside)).toContain("cloud.sqlite");
    expect(lockFolder(folder)).toBeUndefined();
    lock?.release();
    rmSync(aside, { recursive: true });
  });

  it("is distinguished from somebody else's folder", () => {
    const own = temporaryFolder("state-");
    writeFileSync(join(own, "notes.txt"), "mine");

    expect([isStateFolder(own), isStateFolder(whole), isStateFolder(join(own, "new"))]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
