/** One thing wrong with a definition, as ValidateStateMachineDefinition answers it. */
export type Diagnostic = { severity: "ERROR"; code: string; message: string; location?: string };

/** `location`: the path to the state or field; absent for what concerns the whole. */
export type Report = (code: string, message: string, location?: string) => void;
