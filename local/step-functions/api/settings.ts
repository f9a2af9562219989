import * as z from "zod";

/** Settings of a state machine that are stored and returned unchanged. */
export const settings = {
  loggingConfiguration: z.looseObject({}).optional(),
  tracingConfiguration: z.looseObject({}).optional(),
  encryptionConfiguration: z.looseObject({}).optional(),
};
const DEFAULT_SETTINGS = {
  loggingConfiguration: { level: "OFF", includeExecutionData: false },
  tracingConfiguration: { enabled: false },
  encryptionConfiguration: { type: "AWS_OWNED_KEY" },
};

type Settings = { [Name in keyof typeof settings]?: unknown };

export const settingsGiven = (input: Settings) => {
  const { loggingConfiguration, tracingConfiguration, encryptionConfiguration } = input;
  return given({ loggingConfiguration, tracingConfiguration, encryptionConfiguration });
};
export const settingsOf = (input: Settings) => ({ ...DEFAULT_SETTINGS, ...settingsGiven(input) });
export const sameSettings = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

export const given = (fields: { [name: string]: unknown }) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
