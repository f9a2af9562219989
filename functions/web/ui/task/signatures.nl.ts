import { showDate } from "../../../domain/calendar.ts";
import type { PdfSignature } from "../../../domain/pdf-signature.ts";

const ISSUERS = {
  qualified: "een gekwalificeerde uitgever",
  trusted: "een uitgever die we vertrouwen",
  unknown: "een uitgever die we niet kennen",
} as const satisfies Record<PdfSignature["trust"], string>;

const issuerOf = ({ issuer, trust }: PdfSignature): string =>
  issuer === "" ? ISSUERS[trust] : `${ISSUERS[trust]} (${issuer})`;

const whoseOf = ({ signer, at }: PdfSignature): string =>
  [
    "Elektronische handtekening",
    signer === "" ? "" : ` van ${signer}`,
    at === undefined ? "" : ` op ${showDate(at)}`,
  ].join("");

/** Findings about an electronic signature in a PDF, one sentence each. */
export const signatureSentences = (signature: PdfSignature): string[] => [
  signature.isIntact
    ? `${whoseOf(signature)}, met een certificaat van ${issuerOf(signature)}.`
    : `${whoseOf(signature)}: die klopt niet. Het bestand is daarna gewijzigd, of we kunnen de handtekening niet lezen.`,
  ...(signature.isIntact && !signature.coversFile
    ? ["Na deze handtekening is nog iets aan het bestand toegevoegd."]
    : []),
  ...(signature.locks ? ["Het bestand is vergrendeld: niemand anders kan het nog ondertekenen."] : []),
];

export const noSignature = "Er staat geen elektronische handtekening in dit bestand.";
