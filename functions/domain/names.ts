import configured from "../../names.json" with { type: "json" };
import { Names } from "./names-schema.ts";

/** The names of this installation. They are part of the bundles, so another name takes a deployment. */
export const NAMES: Names = Names.parse(configured);
