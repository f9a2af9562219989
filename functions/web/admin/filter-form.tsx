import { HELD } from "../team/work-filter.ts";

export type Choice = { value: string; label: string };

/** A select of a filter. Its first choice is selected where `chosen` is undefined. */
export type Select = { name: string; label: string; chosen: string | undefined; choices: Choice[] };

/** Texts that the filters of dossiers and of tasks share. */
export const filterTexts = {
  stage: "Stap",
  hold: "Pauze",
  holds: { no: "zonder pauze", yes: "gepauzeerd" },
  sort: "Volgorde",
  late: "Alleen te laat",
  any: "alle",
  button: "Toon",
};

export const ANY: Choice = { value: "", label: filterTexts.any };

/** A choice for each value. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  labelOf: (value: Value) => string,
): Choice[] => values.map((value) => ({ value, label: labelOf(value) }));

export const holdSelect = (chosen: string | undefined): Select => ({
  name: "hold",
  label: filterTexts.hold,
  chosen,
  choices: [ANY, ...choicesOf(HELD, (value) => filterTexts.holds[value])],
});

const SelectField = ({ name, label, chosen = "", choices }: Select) => (
  <div>
    <label for={`filter-${name}`}>{label}</label>
    <select id={`filter-${name}`} name={name}>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === chosen}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
);

type Props = { to: string; title: string; selects: Select[]; isLate: boolean };

/** The filter of a list, as a form that is sent to the address of the list. */
export const FilterForm = ({ to, title, selects, isLate }: Props) => (
  <form method="get" action={to} aria-label={title} class="filter">
    {selects.map((select) => (
      <SelectField {...select} />
    ))}
    <div class="option">
      <input type="checkbox" id="filter-late" name="late" value="1" checked={isLate} />
      <label for="filter-late">{filterTexts.late}</label>
    </div>
    <button class="second">{filterTexts.button}</button>
  </form>
);
