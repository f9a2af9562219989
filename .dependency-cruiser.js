/** Test has circles of folders: test/faults, test/end-to-end and test/demo. */
const CHECKED = "^(functions|local|infra|statemachine)/";

const STEPS = "contact|intake|dpia|protocol|magda|in-use|out-of-use";
const HANDED_IN = ["^functions/in-use/grant-access[.]ts$", "^functions/out-of-use/end-use[.]ts$"];

/** The import walls of the design. No file and no folder imports from another both ways, type imports included. `npm run lint` runs it. */
export default {
  forbidden: [
    {
      name: "functions-know-nothing-around-them",
      comment: "Functions run on AWS: they know neither the local cloud, the infrastructure nor the tests.",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(local|infra|test)/" },
    },
    {
      name: "the-domain-is-pure",
      comment: "The domain imports zod, the calendar libraries, lists and itself only.",
      severity: "error",
      from: { path: "^functions/domain/" },
      to: { path: CHECKED, pathNot: "^(functions/domain/|statemachine/contract)" },
    },
    {
      name: "a-step-knows-no-other-step",
      comment:
        "Put what two steps share in the domain, or hand the act in. Of an act handed in, its type is imported.",
      severity: "error",
      from: { path: `^functions/(${STEPS})/` },
      to: { path: `^functions/(${STEPS})/`, pathNot: ["^functions/$1/", ...HANDED_IN] },
    },
    { name: "no-circle-of-files", severity: "error", from: {}, to: { circular: true } },
    { name: "no-circle-of-folders", severity: "error", scope: "folder", from: {}, to: { circular: true } },
    {
      name: "one-door-to-the-engine",
      comment: "The Step Functions engine is a product of its own: engine.ts is its door.",
      severity: "error",
      from: { pathNot: "^local/step-functions/" },
      to: { path: "^local/step-functions/(?!engine\\.ts$)" },
    },
    {
      name: "the-engine-knows-no-cloud",
      severity: "error",
      from: { path: "^local/step-functions/" },
      to: { path: CHECKED, pathNot: "^local/(step-functions|foundation)/" },
    },
  ],
  options: {
    includeOnly: { path: "^(functions|local|infra|statemachine|test)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
