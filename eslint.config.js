import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Acts of a step that others get handed in: they import its type. */
const HANDED_IN = ["!**/in-use/grant-access.ts", "!**/out-of-use/end-use.ts"];
const noImports = (...walls) => ({
  "no-restricted-imports": ["error", { patterns: walls }],
});

const noLocal = {
  group: ["**/local/**", "**/infra/**", "**/test/**"],
  message:
    "Functions run on AWS: nothing under functions/ knows the local cloud, the infrastructure or the tests.",
};
const steps = ["contact", "intake", "dpia", "protocol", "magda", "in-use", "out-of-use"];

/** The import walls of the design: the domain is pure, a step knows no other step, functions know no local cloud. */
const walls = [
  { files: ["functions/**/*.{ts,tsx}"], rules: noImports(noLocal) },
  {
    files: ["functions/domain/**/*.ts"],
    rules: noImports(noLocal, {
      regex: "^(@aws|node:|hono|\\.\\./(?!\\.\\./(statemachine/contract|names\\.json)))",
      message: "The domain is pure: zod, the calendar libraries, lists and itself only.",
    }),
  },
  {
    files: ["functions/adapters/dynamodb/*.ts"],
    ignores: ["functions/adapters/dynamodb/{shapes,keys,table}.ts"],
    rules: noImports(noLocal, {
      group: ["zod"],
      message: "What is stored is read and written by the name of its shape (adapters/dynamodb/shapes.ts).",
    }),
  },
  ...steps.map((step) => ({
    files: [`functions/${step}/**/*.ts`],
    rules: noImports(noLocal, {
      group: [...steps.filter((other) => other !== step).map((other) => `**/${other}/**`), ...HANDED_IN],
      message: "A step knows nothing of another step: put what they share in the domain, or hand the act in.",
    }),
  })),
];

export default defineConfig(
  {
    ignores: [
      "node_modules",
      "cdk.out",
      ".local",
      "coverage",
      "eslint.config.js",
      "preflight.js",
      ".dependency-cruiser.js",
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      eqeqeq: "error",
      "no-console": "off",
    },
  },
  { files: ["functions/**/*.{ts,tsx}"], rules: { "no-console": "error" } },
  {
    files: ["functions/**/*.{ts,tsx}"],
    ignores: ["functions/adapters/dynamodb/writes.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "ImportSpecifier[imported.name=/^((Put|Update|Delete|TransactWrite|BatchWrite)(Item|Items)?|(Batch)?Execute(Statement|Transaction))Command$/]",
          message: "Every write of the table goes through adapters/dynamodb/writes.ts, with its condition.",
        },
      ],
    },
  },
  ...walls,
);
