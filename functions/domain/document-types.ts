/** Accepted file types, detected from the bytes. */
export const DOCUMENT_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
  "image/jpeg": "jpg",
  "image/png": "png",
} as const;
export type DocumentType = keyof typeof DOCUMENT_TYPES;
/** An image: accepted only for a kind of document of which a scan is meant. */
export const isImage = (mime: string): boolean => mime.startsWith("image/");
export const isDocumentType = (mime: string): mime is DocumentType => mime in DOCUMENT_TYPES;
