/**
 * Released resources that a change deletes or replaces on purpose: logical id and why that hurts nobody. `npm run generate`
 * then takes the change into test/fixtures/released.json; empty it in the change after.
 */
export const REPLACED: Readonly<Record<string, string>> = {};
