import type { Cloud } from "../../local/cloud.ts";
import { programToken } from "../../local/oidc/program-token.ts";
import type { File } from "../journey/browser.ts";
import type { Scene } from "../journey/scene.ts";
import { type Client, openClient, told } from "./client.ts";
import type { components } from "./schema.ts";

/** The address of the API, without a trailing slash. */
export const apiOf = (cloud: Cloud): string => cloud.adminUrl.replace(/\/admin$/, "/api/admin/v1");

/** The token of a program with the role of the team, signed in by client credentials. */
export async function tokenOfProgram(cloud: Cloud): Promise<string> {
  const [reporting] = cloud.programs;
  if (!reporting) throw new Error("The configuration of dev has no program");
  return programToken(cloud.issuerUrl, reporting);
}

export const openProgram = async (cloud: Cloud): Promise<Client> =>
  openClient(apiOf(cloud), await tokenOfProgram(cloud));

type At = { id: string; taskId: string };
type DocumentKind = components["schemas"]["DocumentInput"]["kind"];

/** Uploads a document to a task, and returns its id. */
export async function give(
  { cloud }: Scene,
  client: Client,
  at: At,
  kind: DocumentKind,
  { bytes, type, name }: File,
): Promise<string> {
  const { id, form } = told(
    await client.POST("/dossiers/{id}/tasks/{taskId}/documents", { params: { path: at }, body: { kind } }),
  );
  const body = new FormData();
  for (const [field, value] of Object.entries(form.fields)) body.append(field, value);
  body.append("file", new Blob([Uint8Array.from(bytes)], { type }), name);
  await fetch(form.url, { method: "POST", body, redirect: "manual" });
  await cloud.settled();
  return id;
}
