import type * as z from "zod";
import type { WholeDossier } from "../../domain/ports.ts";
import type { AdminPermission } from "../http/permissions.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import type { Answer } from "./answer-schemas.ts";
import type { Body } from "./inputs.ts";
import type { ParameterName, Parameters } from "./parameters.ts";
import type { Problem } from "./problem.ts";

export const BASE = "/api/admin/v1";

/** Names of the parameters in a path. */
type NamesIn<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

/** An authorised call whose input has been checked. */
type Call<Params = unknown, Query = unknown, Given = unknown> = {
  site: AdminSite;
  caller: Caller;
  params: Params;
  query: Query;
  body: Given;
  /** Generates the id of what the call creates; a retry with the same key gets the same id. */
  newId: () => string;
  /** Sets the ETag of the answer to the state of the dossier; for an operation that `hasTag`. */
  tag: (whole: WholeDossier) => void;
};

type Facts = {
  method: "GET" | "POST";
  /** Relative to the base of the API. */
  path: string;
  who: AdminPermission;
  summary: string;
  /** Creates or sends something: requires an `Idempotency-Key`, or an id in its body (guard.ts). */
  makes?: true | "by-id";
  /** Statuses of refusals that do not follow from the inputs. */
  also?: readonly number[];
  /** The ETag of its answer is the state of a dossier. */
  hasTag?: true;
};

/** An operation of the API, for the routes, the checks and the OpenAPI document. */
export type Operation = Facts & {
  /** The subject under which the document lists it (tags.ts). */
  tag?: string;
  query?: z.ZodObject;
  body?: Body;
  answer: Answer;
  /** Values of an example call. parameters.ts has those of path parameters. */
  example?: { query?: object; body?: object };
  act(call: Call): Promise<unknown>;
};

type Declared<
  Path extends string,
  Query extends z.ZodObject,
  Given extends z.ZodType,
  Told extends z.ZodType,
> = Facts & {
  path: Path;
  query?: Query;
  body?: Body<Given>;
  answer: Answer<Told>;
  example?: { query?: z.input<Query>; body?: object };
  act(
    call: Call<Parameters<Extract<NamesIn<Path>, ParameterName>>, z.output<Query>, z.output<Given>>,
  ): Promise<z.input<Told> | Problem>;
};

/**
 * Declares an operation: its route, permission, checks, description and act. Its schemas determine the types of the
 * act.
 */
export const operation = <
  const Path extends string,
  Query extends z.ZodObject,
  Given extends z.ZodType,
  Told extends z.ZodType,
>(
  declared: Declared<Path, Query, Given, Told>,
): Operation => declared;

/** "GET /dossiers/:id" */
export const keyOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

/** Whether an operation accepts `If-Match`: it changes a dossier. */
export const takesIfMatch = ({ method, path }: Pick<Operation, "method" | "path">): boolean =>
  method === "POST" && path.startsWith("/dossiers/:id/");

export const parametersIn = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
