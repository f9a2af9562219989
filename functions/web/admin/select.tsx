export type Choice = { value: string; label: string };

type Props = { id: string; name: string; label: string; chosen: string | undefined; choices: Choice[] };

/** A choice in a filter; without a choice the first. */
export const Select = ({ id, name, label, chosen, choices }: Props) => (
  <div>
    <label for={`${id}-${name}`}>{label}</label>
    <select id={`${id}-${name}`} name={name}>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === (chosen ?? "")}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
);
