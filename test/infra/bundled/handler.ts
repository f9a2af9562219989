import * as z from "zod";

/** Like the error classes of the functions: a literal name, because bundles are minified. */
class RetryLater extends Error {
  override name = "RetryLater";
}

const Input = z.object({ dossierId: z.string() });

export const openDossier = async (event: unknown) => ({ opened: Input.parse(event).dossierId });

export const failing = async () => {
  throw new RetryLater("throttled");
};
