import * as z from "zod";

/** As the error classes of the functions do: a literal name, since bundles are minified. */
class RetryLater extends Error {
  override name = "RetryLater";
}

const Input = z.object({ dossierId: z.string() });

export const openDossier = async (event: unknown) => ({ opened: Input.parse(event).dossierId });

export const failing = async () => {
  throw new RetryLater("throttled");
};
