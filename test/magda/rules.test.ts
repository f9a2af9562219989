import { describe, expect, it } from "vitest";
import type { Channel } from "../../functions/domain/facts.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { channelsToConnect } from "../../functions/domain/connected-channels.ts";
import { connectionIsNeeded } from "../../functions/domain/connection-is-needed.ts";
import { aConnection } from "../builders/agreement.ts";
import { anAccess } from "../builders/access.ts";
import { NOW } from "../builders/dossier.ts";

const { granted } = anAccess();
const request = { laterPass: { kind: "amendment", of: 1, by: SYSTEM, at: NOW } } as const;
const asking = (...channels: Channel[]) => granted.intake && { ...granted.intake, channels };
const connected = (...channels: Channel[]) => aConnection(channels);

describe("MAGDA-03", () => {
  it("the first pass asks for a connection, whatever its channels", () => {
    const dossier = { intake: asking("web-service"), connection: connected("web-service") };

    expect(connectionIsNeeded(dossier)).toBe(true);
    expect(connectionIsNeeded({ ...dossier, connection: undefined })).toBe(true);
  });

  it("a later pass waits for a connection only while none of its channels is connected", () => {
    const connection = connected("web-service");
    const both = asking("web-service", "web-application");

    expect(connectionIsNeeded({ request, intake: asking("web-service"), connection })).toBe(false);
    expect(connectionIsNeeded({ request, intake: both, connection })).toBe(false);
    expect(channelsToConnect({ intake: both, connection })).toEqual(["web-application"]);
    expect(connectionIsNeeded({ request, intake: asking("web-application"), connection })).toBe(true);
    expect(connectionIsNeeded({ request, intake: asking("web-service"), connection: undefined })).toBe(true);
  });
});
