import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { TeamContactForm } from "./contact-form.ts";

/**
 * CONTACT-01: an enquiry contains a question, which the LED team answers.
 * Source: the process, contact form and AnswerEnquiry.
 */
export const enquiryHasAQuestion = (form: Pick<TeamContactForm, "kind" | "message">): Verdict =>
  form.kind === "enquiry" && !form.message
    ? refused("CONTACT-01", "Vul je vraag in. We antwoorden per mail.", "message")
    : allowed;
