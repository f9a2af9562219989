import type { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Suppressions } from "../../domain/ports.ts";
import { CLIENT_SETTINGS } from "../shared/client-settings.ts";
import { asOurs } from "../shared/foreign-error.ts";

/** The suppression list of the account. Its client is loaded when it is first used: few requests need it. */
export function createSuppressions(client?: SESv2Client): Suppressions {
  let known = client;
  return {
    lift: async (address) => {
      const { DeleteSuppressedDestinationCommand, SESv2Client: Client } =
        await import("@aws-sdk/client-sesv2");
      known ??= new Client(CLIENT_SETTINGS);
      try {
        await known.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
      } catch (error) {
        // The address was not on the list.
        if (error instanceof Error && error.name === "NotFoundException") return;
        throw asOurs("MAIL", error, {});
      }
    },
  };
}
