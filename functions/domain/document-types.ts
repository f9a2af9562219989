/** Accepted file types, detected from the bytes. */
export const DOCUMENT_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
} as const;
export type DocumentType = keyof typeof DOCUMENT_TYPES;
export const isDocumentType = (mime: string): mime is DocumentType => mime in DOCUMENT_TYPES;
