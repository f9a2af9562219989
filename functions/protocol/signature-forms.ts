/** How a party signs the protocol. */
export const SIGNATURE_FORMS = ["electronic", "paper"] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];
