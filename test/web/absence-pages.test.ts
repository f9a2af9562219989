import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../functions/domain/people.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { CSRF, openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const ASSESS = { kind: "AssessIntake", audience: "led-team" } as const;
const ADVISE = { kind: "AdviseOnProtocol", audience: "led-dpo", stage: "PROTOCOL" } as const;
const TOM = { subject: "tom", name: "Tom Team", roles: ["led-team"] as Role[] };
const DIRK = { subject: "dirk", name: "Dirk DPO", roles: ["led-dpo"] as Role[] };

let opened: TestTable;
let site: TestSite;

beforeEach(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
  for (const colleague of [TOM, DIRK])
    await site.acts.staff.remember({ ...colleague, seenAt: site.time.now });
});
afterEach(() => opened.database.stop());

/** A particular person, with a session. */
const as = async (person: { subject: string; name: string; roles: Role[] }) => {
  const visitor = new Visitor(site.adminApp);
  const expiresAt = "2028-01-01T00:00:00.000Z";
  const secret = await site.acts.sessions.start({ ...person, csrf: CSRF, expiresAt });
  await visitor.keep(`session=${secret}; Path=/live/admin`);
  return visitor;
};
const call = (token: string, path: string, body?: object) => site.call(path, body, { token });
const formTo = async (visitor: Visitor, address: string, end: string) => {
  const page = await visitor.open(address);
  const found = page.forms().find((form) => form.actionOf().pathname.endsWith(end));
  if (!found) throw new Error(`no form to ${end} on ${page.title}`);
  return found;
};

describe("a task", () => {
  it("is taken, shown to colleagues, who can still decide it, and released", async () => {
    const { id } = await site.given({}, ASSESS);
    const address = `/admin/dossiers/${id}/tasks/AssessIntake-1-1`;
    const [lies, tom] = [await site.staff("led-team"), await as(TOM)];
    const claimed = await lies.submit(await formTo(lies, address, "/claim"));
    const seenByTom = await tom.open(address);
    const inbox = await tom.open("/admin");

    expect((await lies.follow(claimed)).text).toContain("Jij hebt deze taak, sinds");
    expect(seenByTom.text).toContain("Lies Team heeft deze taak, sinds");
    expect(seenByTom.text).toContain("Je kan toch zelf beslissen");
    expect(seenByTom.root.querySelector("[name=outcome]")).not.toBeNull();
    expect(inbox.text).toContain("Lies Team");
    await lies.submit(await formTo(lies, address, "/release"));
    expect((await tom.open(address)).text).toContain("Niemand nam deze taak al op");
  });

  it("is handed over, and taken over only after seeing its assignee", async () => {
    const { id } = await site.given({}, ASSESS);
    const address = `/admin/dossiers/${id}/tasks/AssessIntake-1-1`;
    const [lies, tom] = [await site.staff("led-team"), await as(TOM)];
    const stale = await formTo(tom, address, "/claim");
    await lies.submit(await formTo(lies, address, "/claim"));
    const refused = await tom.submit(stale);
    const handed = await lies.submit(await formTo(lies, address, "/hand-over"), { to: "tom" });

    expect([refused.status, handed.status]).toEqual([409, 303]);
    expect(refused.text).toContain("Lies Team heeft deze taak intussen opgenomen");
    expect((await tom.open(address)).text).toContain("Jij hebt deze taak");
    expect((await lies.open(address)).text).toContain("Neem over van Tom Team");
    const wrong = await lies.post(`${address}/hand-over`, { csrf: CSRF, to: "dirk", seen: "tom" });
    expect(wrong.status).toBe(409);
  });

  it("of another role or of the applicant cannot be taken", async () => {
    const { id } = await site.given({ stage: "PROTOCOL" }, ADVISE, {});
    const lies = await site.staff("led-team");
    const advise = await lies.open(`/admin/dossiers/${id}/tasks/AdviseOnProtocol-1-1`);
    const intake = await lies.open(`/admin/dossiers/${id}/tasks/SubmitIntake-1-1`);

    expect(advise.text).toContain("Wie doet dit?");
    expect(advise.text).not.toContain("Neem op");
    expect(intake.text).not.toContain("Wie doet dit?");
    for (const task of ["AdviseOnProtocol-1-1", "SubmitIntake-1-1"]) {
      const claim = await lies.post(`/admin/dossiers/${id}/tasks/${task}/claim`, { csrf: CSRF });
      expect(claim.status).toBe(409);
    }
  });

  it("is listed under one's own tasks, or under unassigned ones", async () => {
    const mine = await site.given({}, ASSESS);
    const free = await site.given({}, ASSESS, {});
    const lies = await site.staff("led-team");
    await lies.post(`/admin/dossiers/${mine.id}/tasks/AssessIntake-1-1/claim`, { csrf: CSRF });
    const inbox = await lies.open("/admin");
    const [own, unclaimed] = [
      await lies.open(inbox.link("mijn taken")),
      await lies.open(inbox.link("niemand opnam")),
    ];

    expect([own.text.includes(mine.reference), own.text.includes(free.reference)]).toEqual([true, false]);
    expect(unclaimed.text).toContain(free.reference);
    expect(unclaimed.text).not.toContain(mine.reference);
  });

  it("is claimed, released, handed over and listed through the API", async () => {
    const { id } = await site.given({}, ASSESS);
    site.tokens.set("tom", TOM);
    site.tokens.set("lies", { ...TOM, subject: "lies", name: "Lies Team" });
    const path = `/dossiers/${id}/tasks/AssessIntake-1-1`;
    const statuses = [
      await call("lies", `${path}/claim`, {}),
      await call("tom", `${path}/claim`, {}),
      await call("tom", `${path}/release`, {}),
      await call("lies", `${path}/hand-over`, { to: "tom" }),
      await call("lies", `${path}/hand-over`, { to: "dirk", seen: "tom" }),
      await call("lies", `/dossiers/${id}/tasks/AssessIntake-1-9/claim`, {}),
    ].map(({ status }) => status);

    expect(statuses).toEqual([200, 409, 409, 200, 409, 404]);
    expect((await call("tom", "/tasks?show=mine")).html).toContain(id);
    expect((await call("tom", "/tasks?show=unclaimed")).html).not.toContain(id);
    expect((await call("tom", "/tasks")).html).toContain('"name":"Tom Team"');
  });
});

describe("a substitute", () => {
  const name = async (dirk: Visitor, values: Record<string, string> = {}) => {
    const form = (await dirk.open("/admin/absence")).form("substitute");
    const days = { from: "2026-11-24", until: "2026-11-25" };
    return dirk.submit(form, { substitute: "tom", ...days, ...values });
  };

  it("has the role in its days, decides under its own name, and loses the role at once at the end", async () => {
    const { id } = await site.given({ stage: "PROTOCOL" }, ADVISE);
    const address = `/admin/dossiers/${id}/tasks/AdviseOnProtocol-1-1`;
    const [dirk, tom] = [await as(DIRK), await as(TOM)];
    const named = await dirk.follow(await name(dirk));
    const before = await tom.open(address);
    site.time.now = "2026-11-24T09:00:00.000Z";
    const nextDay = await as(TOM);
    const inbox = await nextDay.open("/admin");
    const during = await nextDay.open(address);
    const absence = await nextDay.open("/admin/absence");
    site.time.now = "2026-11-26T09:00:00.000Z";
    const dayAfter = await as(TOM);
    const after = await dayAfter.open(address);
    const late = await dayAfter.submit(during.form("outcome", "positive"));

    expect(named.text).toContain("De vervanger is aangeduid");
    expect(named.text).toContain("24 november 2026 tot en met 25 november 2026");
    expect(before.root.querySelector("[name=outcome]")).toBeNull();
    expect(inbox.text).toContain("Taken van: LED-team, DPO van de LED");
    expect(during.root.querySelector("[name=outcome]")).not.toBeNull();
    expect(absence.html).not.toContain('value="led-dpo"');
    expect(after.root.querySelector("[name=outcome]")).toBeNull();
    expect(late.status).toBe(422);
    site.time.now = "2026-11-25T09:00:00.000Z";
    expect((await (await as(TOM)).submit(during.form("outcome", "positive"))).status).toBe(303);
    expect((await site.acts.tasks.find(id, "AdviseOnProtocol-1-1"))?.decision?.by).toEqual({
      role: "led-dpo",
      id: "tom",
      name: "Tom Team",
    });
  });

  it("cannot name another for that role", async () => {
    const [dirk, tom] = [await as(DIRK), await as(TOM)];
    await name(dirk, { from: "2026-11-23" });
    const posted = {
      csrf: CSRF,
      role: "led-dpo",
      substitute: "dirk",
      from: "2026-11-24",
      until: "2026-11-25",
    };
    const refused = await tom.post("/admin/absence", posted);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("een rol die je zelf hebt");
  });

  it("is ended early by a button, only by permitted people", async () => {
    const [dirk, official] = [await as(DIRK), await site.staff("leading-official")];
    await name(dirk, { from: "2026-11-23" });
    const form = await formTo(dirk, "/admin/absence", "/end");
    const page = await official.open("/admin/absence");
    const refused = await official.post(form.actionOf().href, { csrf: CSRF });
    const ended = await dirk.submit(form);

    expect(page.text).toContain("Tom Team");
    expect(page.forms().filter((one) => one.actionOf().pathname.endsWith("/end"))).toEqual([]);
    expect([refused.status, ended.status]).toEqual([409, 303]);
    expect((await dirk.follow(ended)).text).toContain("Er zijn geen vervangingen");
    expect((await dirk.post("/admin/absence/2026-11-25-none/end", { csrf: CSRF })).status).toBe(404);
  });

  it("is named, listed, used and ended through the API", async () => {
    site.tokens.set("dirk", DIRK);
    site.tokens.set("tom", TOM);
    const { id } = await site.given({ stage: "PROTOCOL" }, ADVISE);
    const days = { role: "led-dpo", from: "2026-11-23", until: "2026-11-24" };
    const named = await call("dirk", "/substitutions", { ...days, substitute: "tom" });
    const wrong = await call("dirk", "/substitutions", { ...days, substitute: "nobody" });
    const { id: substitution } = JSON.parse(named.html) as { id: string };
    const path = `/dossiers/${id}/tasks/AdviseOnProtocol-1-1/claim`;

    expect([named.status, wrong.status]).toEqual([201, 422]);
    expect((await call("tom", "/colleagues")).html).toContain("Dirk DPO");
    expect((await call("tom", "/substitutions")).html).toContain(substitution);
    expect((await call("tom", path, {})).status).toBe(200);
    expect((await call("dirk", `/substitutions/${substitution}/end`, {})).status).toBe(204);
    expect((await call("tom", path, {})).status).toBe(409);
  });
});

it("a person who signs in is known to colleagues from then on", async () => {
  const visitor = new Visitor(site.adminApp);
  await visitor.open("/admin/sign-in");
  await visitor.open("/admin/sign-in/callback?code=c&state=s");

  expect(await site.acts.staff.listColleagues()).toContainEqual({
    subject: "staff-1",
    name: "Lies Team",
    roles: ["led-team"],
    seenAt: site.time.now,
  });
});
