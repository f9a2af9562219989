import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { type Limit, LIMITS } from "../../functions/limits/limits.ts";
import { openFileTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { backendForEachTest } from "../application/backend.ts";

const test = backendForEachTest(await openFileTable());
let done: string[];
let sender = 0;

beforeEach(() => {
  done = [];
  sender += 1;
});

const contact = (
  address: string,
  ip = `2001:db8:0:${sender.toString(16)}::1`,
  perform = async () => (done.push(address), "done"),
) => test.acts.withinLimits("contact", { sender: ip, address }, perform, (result) => result === "done");

describe("a limit (LIMIT-01)", () => {
  it("holds for concurrent uses, and reports when it is possible again", async () => {
    const asked = Array.from({ length: 12 }, () => contact(`at-once-${sender}@a.example`));

    const results = await Promise.all(asked);

    expect(done).toHaveLength(3);
    const [refused] = results.filter((result) => result !== "done");
    expect(refused).toMatchObject({
      status: "refused",
      reasons: [{ rule: "LIMIT-01", retryAfter: 60 * 60 }],
    });
    expect(JSON.stringify(refused)).toContain("Kijk in de mailbox");
  });

  it("of every act that mails an address is three an hour and ten a day", () => {
    // Mails to the LED mailbox, counted by the address that they claim to be from.
    const { "mail-unknown": _toTeam, ...toOthers } = LIMITS;
    const ofAddresses = Object.values(toOthers)
      .map((limits: readonly Limit[]) => limits.filter(({ of }) => of === "address"))
      .filter((limits) => limits.length > 0);

    expect(ofAddresses).toHaveLength(4);
    for (const limits of ofAddresses)
      expect(limits).toEqual([
        { of: "address", most: 3, seconds: 60 * 60 },
        { of: "address", most: 10, seconds: 24 * 60 * 60 },
      ]);
  });

  it("stops the eleventh mail of a day to an address, and ends with the day", async () => {
    const address = `all-day-${sender}@a.example`;
    const [day] = NOW.split("T");
    test.time.now = `${day}T00:00:00.000Z`;
    for (let hour = 0; hour < 24; hour++) {
      for (let times = 0; times < 4; times++) await contact(address);
      if (hour < 3) expect(done).toHaveLength(3 * (hour + 1));
      test.time.now = addMinutes(test.time.now, 59);
      if (hour === 4)
        expect(await contact(address)).toMatchObject({
          reasons: [{ retryAfter: 24 * 3600 - (4 * 60 + 59) * 60 }],
        });
      test.time.now = addMinutes(test.time.now, 1);
    }

    expect(done).toHaveLength(10);
    expect(await contact(address)).toBe("done");
  });

  it("does not count refused or failed uses", async () => {
    const address = `nothing-${sender}@a.example`;
    for (let times = 0; times < 10; times++) {
      await contact(address, undefined, async () => "refused");
      await contact(address, undefined, () => Promise.reject(new Error("down"))).catch(() => undefined);
    }

    expect(await contact(address)).toBe("done");
  });

  it("does not count uses that another limit of the act refuses", async () => {
    const [full, other] = [`full-${sender}@a.example`, `other-${sender}@a.example`];
    for (let times = 0; times < 30; times++) await contact(full);
    for (let times = 0; times < 3; times++) await contact(other);

    expect(done.filter((address) => address === other)).toHaveLength(3);
  });

  it("counts the addresses of one mailbox, and of one network, together", async () => {
    for (const address of [
      "Piet+1@b.example",
      "piet+2@b.example",
      " PIET@b.example",
      "piet@b.example",
      "piet+x@b.example",
    ])
      await contact(address);
    for (const spelling of [
      "pieT+9@b.example",
      "p.i.e.t@b.example",
      "Piet <piet@b.example>",
      "piet@b.example.",
    ])
      expect(await contact(spelling)).not.toBe("done");

    for (let times = 0; times < 30; times++)
      await contact(`${times}@c.example`, `2001:db8:ff::${times.toString(16)}`);
    expect(done.filter((address) => address.endsWith("@c.example"))).toHaveLength(20);
    expect(await contact("x@c.example", "2001:db8:ff:1::1")).toBe("done");
  });

  it.each(["+", ".", "@", "<a@b", "mailto:"])("counts the longest address of %j in one pass", async (sign) =>
    expect(await contact(sign.repeat(200_000 / sign.length))).toBe("done"),
  );

  it("for everything stops mails to strangers from everywhere, raises the alarm, and ends with its window", async () => {
    test.time.now = addMinutes(NOW, 24 * 60);
    for (let times = 0; times < 100; times++) await contact(`${times}@d.example`, `192.0.2.${times}`);

    expect(done).toHaveLength(60);
    expect(new Set(test.limitsReached)).toEqual(new Set(["contact"]));
    test.time.now = addMinutes(test.time.now, 60);
    expect(await contact("101@d.example", "192.0.2.101")).toBe("done");
  });
});

it("of every act that mails strangers shares one counter", () => {
  const together = Object.entries(LIMITS).filter(([, limits]) =>
    limits.some((limit) => "counter" in limit && limit.counter === "strangers"),
  );

  expect(together.map(([act]) => act)).toEqual(["contact", "people-change"]);
});
