import type * as z from "zod";
import type { AdminPermission } from "../http/permissions.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import type { Answer } from "./answer-schemas.ts";
import type { Body } from "./inputs.ts";
import type { ParameterName, Parameters } from "./parameters.ts";
import type { Problem } from "./problem.ts";

export const BASE = "/api/admin/v1";

/** The names of the parameters in a path. */
type NamesIn<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

/** A call that was let in, with everything that it brings already checked. */
type Call<Params = unknown, Query = unknown, Given = unknown> = {
  site: AdminSite;
  caller: Caller;
  params: Params;
  query: Query;
  body: Given;
  /** The id of what the call makes: sent again with the same key, it is the same. */
  newId: () => string;
};

type Facts = {
  method: "GET" | "POST";
  /** From the base of the API on. */
  path: string;
  who: AdminPermission;
  summary: string;
  /** It makes or sends something anew each time: it needs an `Idempotency-Key`, or an id in its body (guard.ts). */
  makes?: true | "by-id";
  /** Refusals that do not follow from what it takes in. */
  also?: readonly number[];
};

/** One operation of the API, as routes, checks and the OpenAPI document take it. */
export type Operation = Facts & {
  query?: z.ZodObject;
  body?: Body;
  answer: Answer;
  /** The values of an example call; parameters in the path have theirs in parameters.ts. */
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

/** Declares an operation: its route, permission, checks, description and act. The act is typed by its schemas. */
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

export const parametersIn = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
