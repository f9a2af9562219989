import { isJsonObject } from "../values/json.ts";
import { readResource } from "./resources.ts";
import type { Report } from "./report.ts";

/** Unsupported features are refused by name when a state machine is created, never ignored. */

/** Fields of JSONPath states only. */
const JSONPATH_FIELDS = [
  ...[
    "InputPath",
    "OutputPath",
    "ResultPath",
    "ResultSelector",
    "Parameters",
    "Result",
    "ItemsPath",
    "Iterator",
  ],
  ...["TimeoutSecondsPath", "HeartbeatSecondsPath", "SecondsPath", "TimestampPath", "ErrorPath", "CausePath"],
  ...["MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath"],
];
/** Fields of a distributed Map only. */
const DISTRIBUTED_FIELDS = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

const UNSUPPORTED = "UNSUPPORTED_FEATURE";
const SCHEMA = "SCHEMA_VALIDATION_FAILED";
const ONLY_JSONPATH = "is only supported for the 'JSONPath' QueryLanguage";

export function refuseUnsupported(machine: { [field: string]: unknown }, report: Report): boolean {
  let refused = false;
  const refuse: Report = (...problem) => {
    refused = true;
    report(...problem);
  };
  refuseInStates(machine, "", machine.QueryLanguage === "JSONata", refuse);
  return refused;
}

function refuseInStates(
  program: { [field: string]: unknown },
  path: string,
  isJsonata: boolean,
  refuse: Report,
) {
  if (!isJsonObject(program.States)) return;
  for (const [name, state] of Object.entries(program.States)) {
    if (isJsonObject(state)) refuseInState(state, `${path}/States/${name}`, isJsonata, refuse);
  }
}

function refuseInState(state: { [field: string]: unknown }, at: string, isJsonata: boolean, refuse: Report) {
  const { QueryLanguage, Resource, ItemProcessor, Branches } = state;
  if (QueryLanguage === "JSONPath" && isJsonata) {
    refuse(SCHEMA, "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", at);
  } else if (!isJsonata && QueryLanguage !== "JSONata") {
    refuse(UNSUPPORTED, "JSONPath is not supported: 'QueryLanguage' must be 'JSONata'", at);
  } else {
    for (const field of JSONPATH_FIELDS.filter((name) => name in state)) {
      refuse(SCHEMA, `The QueryLanguage is set to 'JSONata', but field '${field}' ${ONLY_JSONPATH}`, at);
    }
  }
  for (const field of DISTRIBUTED_FIELDS.filter((name) => name in state)) {
    refuse(UNSUPPORTED, `'${field}' is not supported: only inline Map states are`, `${at}/${field}`);
  }
  if (state.Type === "Task" && typeof Resource === "string" && !readResource(Resource)) {
    refuse(UNSUPPORTED, `The resource '${Resource}' is not supported`, `${at}/Resource`);
  }
  if (isJsonObject(ItemProcessor)) {
    refuseDistributed(ItemProcessor, `${at}/ItemProcessor`, refuse);
    refuseInStates(ItemProcessor, `${at}/ItemProcessor`, isJsonata, refuse);
  }
  for (const [index, branch] of (Array.isArray(Branches) ? Branches : []).entries()) {
    if (isJsonObject(branch)) refuseInStates(branch, `${at}/Branches[${index}]`, isJsonata, refuse);
  }
}

function refuseDistributed(processor: { [field: string]: unknown }, at: string, refuse: Report): void {
  const mode = isJsonObject(processor.ProcessorConfig) ? processor.ProcessorConfig.Mode : undefined;
  if (mode === "DISTRIBUTED")
    refuse(UNSUPPORTED, "The Map mode 'DISTRIBUTED' is not supported", `${at}/ProcessorConfig`);
}
