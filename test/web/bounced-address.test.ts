import { beforeEach, describe, expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { DeliveryResult } from "../../functions/domain/records.ts";
import { createRecordDelivery } from "../../functions/tasks/record-delivery.ts";
import { createRescheduleTask } from "../../functions/tasks/reschedule-tasks.ts";
import { openFileTable } from "../adapters/database.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { openSite } from "./site.ts";

const site = openSite(await openFileTable());
const SIGNS = { kind: "SignForApplicant", audience: "signatory", stage: "PROTOCOL" } as const;
let dossier: Dossier;

beforeEach(async () => {
  site.mailer.suppressed.clear();
  dossier = await site.given({ stage: "PROTOCOL", protocol: aSignedProtocol() }, SIGNS);
  await site.acts.announce(TASKS.SignForApplicant, await task(), dossier, { key: (usual) => usual });
});

const whole = async () => {
  const found = await site.acts.dossiers.readWhole(dossier.id);
  if (!found) throw new Error("no dossier");
  return found;
};
async function task() {
  const found = (await whole()).tasks.find(({ kind }) => kind === SIGNS.kind);
  if (!found) throw new Error("no task");
  return found;
}
/** What SES reports about the last mail to an address that asks to sign. */
async function report(result: DeliveryResult, email: string): Promise<void> {
  const about = (await whole()).mails.filter((mail) => mail.task !== undefined && mail.to.includes(email));
  const key = about.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.key ?? "";
  const reschedule = createRescheduleTask({ ...site.acts, definitions: TASKS });
  const record = createRecordDelivery({ ...site.acts, reschedule });
  await record({ dossierId: dossier.id, key }, { result, at: site.time.now });
}
const signatory = () => dossier.people.signatory?.email ?? "";

describe("a bounce of the signatory's address", () => {
  it("is seen by the team, and mended by the right address, also where SES had stopped sending to it", async () => {
    const right = "sofie.hoofd@voorbeeldegem.example";
    site.mailer.suppressed.add(right);
    const deadline = (await task()).deadline;

    await report("bounced", signatory());

    expect(await task()).toMatchObject({ unreached: site.time.now });
    expect((await task()).deadline).toBeUndefined();
    const toTeam = site.mailer.sent.at(-1);
    expect(toTeam?.subject).toContain("een mail kwam niet aan");
    expect(toTeam?.text).toContain(`Sofie Hoofd (${signatory()})`);
    const team = await site.staff("led-team");
    const people = await team.open(`/admin/dossiers/${dossier.id}/people`);
    expect(people.text).toContain("Mails aan Sofie Hoofd komen niet aan");
    expect((await team.open(`/admin/dossiers/${dossier.id}`)).text).toContain(signatory());

    site.time.now = addMinutes(site.time.now, 5);
    const form = (await team.open(`/admin/dossiers/${dossier.id}/people/signatory`)).form("person.email");
    await team.submit(form, { change: "correction", "person.email": right });

    expect(site.mailer.suppressed.has(right)).toBe(false);
    expect(site.mailer.sent.filter(({ to }) => to[0]?.email === right).length).toBeGreaterThan(0);
    const again = await team.open(`/admin/dossiers/${dossier.id}/people`);
    expect(again.text).not.toContain("komen niet aan");
    await report("delivered", right);
    expect((await task()).unreached).toBeUndefined();
    expect((await task()).deadline ?? "").toSatisfy((time: string) => time > (deadline ?? ""));
  });

  it("of an address that is right is mended by a button, and by the API", async () => {
    await report("bounced", signatory());
    site.mailer.suppressed.add(signatory());
    const team = await site.staff("led-team");
    const people = await team.open(`/admin/dossiers/${dossier.id}/people`);

    const done = await team.follow(await team.submit(people.formTo("/people/signatory/lift"), {}));

    expect(done.text).toContain("Naar dat adres gaan weer mails.");
    expect([...site.mailer.suppressed]).toEqual([]);
    site.mailer.suppressed.add(signatory());
    const answer = await site.call(`/dossiers/${dossier.id}/people/signatory/lift`, {});
    expect([answer.status, site.mailer.suppressed.size]).toEqual([204, 0]);
  });
});
