import { inject } from "vitest";
import { type CloudOptions, startCloud } from "../../local/cloud.ts";
import { Scene } from "../journey/scene.ts";
import { USES_FOLDER } from "../permissions/uses-folder.ts";

/** The synthesized stack on a separate local cloud, with people to act on it. */
export const openScene = async (options: Partial<CloudOptions> = {}): Promise<Scene> =>
  new Scene(await startCloud({ assembly: inject("assembly"), usesFolder: USES_FOLDER, ...options }));
