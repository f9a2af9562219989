import type { Context } from "hono";
import { SubstitutionForm } from "../../staff/substitution-form.ts";
import { TelephoneForm } from "../../staff/telephone-form.ts";
import { substitutionMayEnd } from "../../staff/substitution-may-end.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { Session } from "../../domain/ports.ts";
import { type Colleague, ownRolesOf, type Substitution } from "../../domain/staff.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import { describeForm, type FormField } from "../../domain/describe-form.ts";
import { FormFields } from "../ui/form/form-fields.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import { type Problem, problemsOf } from "../ui/form/problems.nl.ts";
import { readValues } from "../ui/form/read-values.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSite, Caller } from "../team/admin-site.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { RefusedPage } from "./refused-page.tsx";
import { Table } from "../ui/table.tsx";

const texts = absenceTexts;
const PREFIX = "absence";
const FIELDS = describeForm(SubstitutionForm, texts.fields);

/** The options of this person: their own roles, and their colleagues. */
const fieldsFor = (caller: Caller, colleagues: Colleague[]): FormField[] =>
  FIELDS.map((field) => {
    if (field.path === "role")
      return {
        ...field,
        options: field.options.filter(({ value }) => ownRolesOf(caller).some((role) => role === value)),
      };
    if (field.path !== "substitute") return field;
    const options = colleagues.map(({ subject: value, name: label }) => ({ value, label }));
    return { ...field, widget: "choice", options };
  });

type Seen = {
  caller: Caller;
  session: Session;
  colleagues: Colleague[];
  substitutions: Substitution[];
  telephone: Typed;
};
type Typed = { values: Record<string, unknown>; problems: Problem[] };

const SubstitutionTable = ({ seen, to }: { seen: Seen; to: string }) => (
  <Table title={texts.current} headings={Object.values(texts.table)}>
    {seen.substitutions.map((substitution) => (
      <tr>
        <td data-label={texts.table.role}>{audienceNames[substitution.role]}</td>
        <td data-label={texts.table.of}>{substitution.of.name}</td>
        <td data-label={texts.table.substitute}>{substitution.substitute.name}</td>
        <td data-label={texts.table.period}>{texts.period(substitution.from, substitution.until)}</td>
        <td>
          {substitutionMayEnd(substitution, seen.caller).allowed ? (
            <form method="post" action={`${to}/${substitution.id}/end`}>
              <Csrf session={seen.session} />
              <button class="plain">
                {texts.end}
                <span class="visually-hidden"> ({substitution.substitute.name})</span>
              </button>
            </form>
          ) : (
            ""
          )}
        </td>
      </tr>
    ))}
  </Table>
);

const NameForm = ({ seen, typed, to }: { seen: Seen; typed: Typed; to: string }) => {
  if (ownRolesOf(seen.caller).length === 0) return <p>{texts.noOwnRole}</p>;
  if (seen.colleagues.length === 0) return <p>{texts.noColleagues}</p>;
  return (
    <form method="post" action={to} id={PREFIX} novalidate>
      <Csrf session={seen.session} />
      <FormFields
        fields={fieldsFor(seen.caller, seen.colleagues)}
        values={typed.values}
        problems={typed.problems}
        idPrefix={PREFIX}
      />
      <button>{texts.button}</button>
    </form>
  );
};

const TELEPHONE = "telephone";
const TELEPHONE_FIELDS = describeForm(TelephoneForm, { number: { label: texts.telephone.label } });

const TelephonePart = ({ seen: { session, telephone }, to }: { seen: Seen; to: string }) => (
  <>
    <h2>{texts.telephone.title}</h2>
    <p>{texts.telephone.intro}</p>
    <form method="post" action={`${to}/telephone`} id={TELEPHONE} novalidate>
      <Csrf session={session} />
      <FormFields fields={TELEPHONE_FIELDS} {...telephone} idPrefix={TELEPHONE} />
      <button>{texts.telephone.button}</button>
    </form>
  </>
);

const AbsencePage = (props: { seen: Seen; typed: Typed; to: string; notice?: string }) => (
  <>
    {props.typed.problems.length > 0 ? (
      <ProblemSummary problems={props.typed.problems} idPrefix={PREFIX} />
    ) : (
      ""
    )}
    {props.seen.telephone.problems.length > 0 ? (
      <ProblemSummary problems={props.seen.telephone.problems} idPrefix={TELEPHONE} />
    ) : (
      ""
    )}
    <h1>{texts.title}</h1>
    {props.notice ? (
      <p class="done" role="status">
        {props.notice}
      </p>
    ) : (
      ""
    )}
    {texts.intro.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <h2>{texts.current}</h2>
    {props.seen.substitutions.length === 0 ? <p>{texts.none}</p> : <SubstitutionTable {...props} />}
    <h2>{texts.name}</h2>
    <NameForm {...props} />
    <TelephonePart {...props} />
  </>
);

const NOTICES: Record<string, string | undefined> = {
  named: texts.named,
  ended: texts.ended,
  telephone: texts.telephone.done,
};

/** Lists substitutions, names a substitute for the caller, and ends a substitution early. */
export function absenceRoutes(app: AdminApp, site: AdminSite) {
  const to = site.addresses.at("/admin/absence");
  const look = async (c: Context<AdminEnv>): Promise<Seen> => {
    const { caller, session } = c.var;
    const today = dateOf(toInstant(site.now()));
    const [colleagues, substitutions, number] = await Promise.all([
      site.staff.listColleagues(),
      site.staff.listSubstitutions(today),
      site.staff.findTelephone(caller.subject),
    ]);
    return {
      caller,
      session,
      colleagues: colleagues.filter(({ subject }) => subject !== caller.subject),
      substitutions: substitutions.filter(({ ended }) => !ended),
      telephone: { values: number ? { number } : {}, problems: [] },
    };
  };

  app.get("/admin/absence", async (c) => {
    const seen = await look(c);
    const [only, ...others] = ownRolesOf(c.var.caller);
    const values = only && others.length === 0 ? { role: only } : {};
    const notice = NOTICES[c.req.query("notice") ?? ""];
    const page = <AbsencePage seen={seen} typed={{ values, problems: [] }} to={to} notice={notice} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/absence", async (c) => {
    const values = readValues(FIELDS, await readOwnForm(c));
    const result = await site.nameSubstitute(values, c.var.caller, idFor(c, site.newId));
    if (result.status === "named") return c.redirect(`${to}?notice=named`, 303);
    const seen = await look(c);
    const problems = problemsOf(fieldsFor(seen.caller, seen.colleagues), values, result);
    c.status(422);
    const page = <AbsencePage seen={seen} typed={{ values, problems }} to={to} />;
    return c.render(page, { title: texts.title, hasProblems: true });
  });

  app.post("/admin/absence/telephone", async (c) => {
    const values = readValues(TELEPHONE_FIELDS, await readOwnForm(c));
    const parsed = TelephoneForm.safeParse(values);
    if (parsed.success) {
      const { number = "" } = parsed.data;
      await site.staff.keepTelephone({ subject: c.var.caller.subject, number, at: toInstant(site.now()) });
      return c.redirect(`${to}?notice=telephone`, 303);
    }
    const problems = problemsOf(TELEPHONE_FIELDS, values, { problems: parsed.error.issues, reasons: [] });
    const seen = { ...(await look(c)), telephone: { values, problems } };
    c.status(422);
    const page = <AbsencePage seen={seen} typed={{ values: {}, problems: [] }} to={to} />;
    return c.render(page, { title: texts.title, hasProblems: true });
  });

  app.post("/admin/absence/:substitutionId/end", async (c) => {
    await readOwnForm(c);
    const result = await site.endSubstitution(c.req.param("substitutionId"), c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    if (result.status === "ended") return c.redirect(`${to}?notice=ended`, 303);
    c.status(409);
    return c.render(<RefusedPage reasons={result.reasons} back={to} />, { title: texts.refused });
  });
}
