import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * INTAKE-02: an applicant that needs mutations (change notices) names them, because they determine the reference
 * register that the protocol must describe.
 * Source: the process, SubmitIntake; e-gov decree, art. 8 (element 13 of the protocol).
 */
export const mutationsAreNamed = (form: { needsMutations: boolean; mutations?: string }): Verdict =>
  form.needsMutations && !form.mutations
    ? refused("INTAKE-02", "Vul in welke mutaties je nodig hebt.", "mutations")
    : allowed;
