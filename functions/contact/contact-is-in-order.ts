import { enterpriseNumberIsValid } from "../domain/enterprise-number.ts";
import { nameIsPlain } from "../domain/name-is-plain.ts";
import { noNationalNumber } from "../domain/no-national-number.ts";
import { ovoCodeIsValid } from "../domain/ovo-code.ts";
import { allOf, allowed, type Verdict } from "../domain/verdict.ts";
import type { TeamContactForm } from "./contact-form.ts";
import { enquiryHasAQuestion } from "./enquiry-has-a-question.ts";
import { missingNumberHasAReason } from "./missing-number-has-a-reason.ts";

/** All rules on a contact form, whoever fills it in (NAME-01, KBO-01, OVO-01, CONTACT-01, CONTACT-02, PRIV-01). */
export function contactIsInOrder(
  form: TeamContactForm,
  { noNationalNumber: isConfirmed = false }: { noNationalNumber?: boolean },
): Verdict {
  return allOf(
    () => nameIsPlain(form.organisationName, "organisationName", "organisation"),
    () => nameIsPlain(form.contactName, "contactName"),
    () =>
      form.enterpriseNumber === undefined
        ? allowed
        : onField("enterpriseNumber", enterpriseNumberIsValid(form.enterpriseNumber)),
    () => ovoCodeIsValid(form.enterpriseNumber ?? "", form.ovoCode),
    () => missingNumberHasAReason(form),
    () => enquiryHasAQuestion(form),
    isConfirmed ? allowed : noNationalNumber(form),
  );
}

/** Adds the field to a verdict: a rule on one value does not know the name of its field. */
const onField = (field: string, verdict: Verdict): Verdict =>
  verdict.allowed
    ? verdict
    : { ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, field })) };
