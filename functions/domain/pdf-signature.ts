import * as z from "zod";

/** An issuer of certificates that configuration trusts: the SHA-256 of its certificate, in hexadecimal digits. */
export const TrustedIssuer = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), qualified: z.boolean() });
export type TrustedIssuer = z.infer<typeof TrustedIssuer>;

/** `qualified` and `trusted`: the certificate comes from an issuer that configuration trusts. */
export const SIGNATURE_TRUST = ["qualified", "trusted", "unknown"] as const;

/**
 * An electronic signature in a PDF, as found: neither proof of authority nor a legal judgement. Of the certificate only
 * the name is kept: that of a Belgian eID also has the national register number.
 */
export const PdfSignature = z.object({
  /** Names in the certificate of the signer, and of its issuer. */
  signer: z.string(),
  issuer: z.string(),
  /** When it was signed, according to the signer's computer. */
  at: z.string().optional(),
  /** The signed bytes are those that were signed, and the signature was made with the key of the certificate. */
  isIntact: z.boolean(),
  /** The signature covers the whole file; only a later signature may follow it. */
  coversFile: z.boolean(),
  /** Whether another signature would break this one. */
  locks: z.boolean(),
  trust: z.enum(SIGNATURE_TRUST),
});
export type PdfSignature = z.infer<typeof PdfSignature>;

/** `revisions`: SHA-256 of each earlier revision that the file contains, oldest first. */
export const SignaturesFound = z.object({
  signatures: z.array(PdfSignature),
  revisions: z.array(z.string()),
});
export type SignaturesFound = z.infer<typeof SignaturesFound>;
