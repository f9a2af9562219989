/**
 * Property tests use the same values in every run, so that a build fails because of a change, not by chance. For
 * others: `FC_SEED=7 FC_RUNS=10000 npx vitest run <file>`.
 */
import fc from "fast-check";

const { FC_SEED = "20261125", FC_RUNS } = process.env;
fc.configureGlobal({ seed: Number(FC_SEED), ...(FC_RUNS === undefined ? {} : { numRuns: Number(FC_RUNS) }) });
