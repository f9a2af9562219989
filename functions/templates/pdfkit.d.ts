/** What pdfkit does and its types lack: PDF/UA, and the scope of the header of a table. */
declare namespace PDFKit.Mixins {
  interface PDFSubset {
    initSubset(options: { subset: "PDF/UA" }): void;
  }
  interface StructureElementOptions {
    scope?: "Column" | "Row";
  }
}
