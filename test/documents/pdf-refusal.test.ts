import { expect, it } from "vitest";
import { pdfRefusal } from "../../functions/documents/pdf-refusal.ts";

it("the bytes before an object stream are read in one pass, whatever their length", async () => {
  const filters = `/Type /ObjStm /Filter [/${"F".repeat(60_000)}`;
  const bytes = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<<${filters}>>\nstream\nx\nendstream\nendobj\nstartxref\n9\n%%EOF\n`,
    "latin1",
  );

  expect(await pdfRefusal(bytes)).toBe("refused-damaged");
});
