import { mayBeSentAsShown } from "../../../domain/decision-is-confirmed.ts";
import { renewedBy } from "../../../domain/decide.ts";
import { valuesOf } from "./form-values.ts";
import type { ShownTask } from "./find-shown-task.ts";
import { taskTexts } from "./texts.nl.ts";

/** Values of an outcome's form before any input. */
export function shownValues(sight: ShownTask, outcome: string): Record<string, unknown> {
  const schema = schemaOf(sight, outcome);
  return schema
    ? valuesOf(sight, outcome, renewedBy(sight.definition, schema, sight.whole.dossier)).values
    : {};
}

const schemaOf = ({ definition: { outcomes } }: ShownTask, outcome: string) =>
  Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;

/**
 * Text beside the tick of an outcome's form (TASK-02); undefined where other input is required. It depends only on the
 * values before any input, so that the page and the post agree.
 */
export function confirmationOf(sight: ShownTask, outcome: string): string | undefined {
  const schema = schemaOf(sight, outcome);
  if (!schema || !mayBeSentAsShown(schema, shownValues(sight, outcome))) return undefined;
  return sight.definition.texts.nl.outcomes[outcome]?.confirmation ?? taskTexts.confirmation;
}
