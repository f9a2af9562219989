import type { Channel } from "../domain/facts.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { EnteredUse } from "./enter-use-form.ts";

/**
 * ENTER-03: only a channel that the agreement names was connected.
 * Source: the process, EnterUse; e-gov decree, art. 8 (element 13: format and access).
 */
export function connectedChannelsAreAgreed({
  channels,
  webApplicationSince,
  webServiceSince,
}: Pick<EnteredUse, "channels" | "webApplicationSince" | "webServiceSince">): Verdict {
  const isAgreed = (channel: Channel, since: string | undefined, field: string) =>
    since === undefined || channels.includes(channel)
      ? allowed
      : refused("ENTER-03", "Dit kanaal koos je niet. Kies het ook, of laat deze datum leeg.", field);
  return allOf(
    isAgreed("web-application", webApplicationSince, "webApplicationSince"),
    isAgreed("web-service", webServiceSince, "webServiceSince"),
  );
}
