/** Test has circles of folders: test/faults, test/end-to-end and test/demo. */
const CHECKED = "^(functions|local|infra|statemachine)/";

/** No file and no folder imports from another both ways, type imports included. `npm run lint` runs it. */
export default {
  forbidden: [
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
    includeOnly: { path: CHECKED },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
