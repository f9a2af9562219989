/**
 * The thirteen elements of a protocol, in the order of the law, each with the name of its field. The manager of the LED
 * writes element 10.
 * Source: e-gov decree of 18/07/2008, art. 8.
 */
export const PROTOCOL_ELEMENTS = [
  { number: 1, field: "controllers", by: "applicant" },
  { number: 2, field: "purposes", by: "applicant" },
  { number: 3, field: "data", by: "applicant" },
  { number: 4, field: "recipients", by: "applicant" },
  { number: 5, field: "legalGround", by: "applicant" },
  { number: 6, field: "security", by: "applicant" },
  { number: 7, field: "periodicity", by: "applicant" },
  { number: 8, field: "term", by: "applicant" },
  { number: 9, field: "sanctions", by: "applicant" },
  { number: 10, field: "originalPurposes", by: "authority" },
  { number: 11, field: "furtherUse", by: "applicant" },
  { number: 12, field: "dataQuality", by: "applicant" },
  { number: 13, field: "format", by: "applicant" },
] as const satisfies readonly { number: number; field: string; by: "applicant" | "authority" }[];

export type ProtocolElement = (typeof PROTOCOL_ELEMENTS)[number]["field"];
