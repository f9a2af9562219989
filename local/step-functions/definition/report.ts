/** A problem of a definition, in the format of ValidateStateMachineDefinition. */
export type Diagnostic = { severity: "ERROR"; code: string; message: string; location?: string };

/** `location`: the path to the state or field; absent for a problem of the whole definition. */
export type Report = (code: string, message: string, location?: string) => void;
