/** A fictional person of the local user pool. `id` is also the name in tests. */
export type LocalUser = { id: string; name: string; email: string; groups: string[] };

const KNOWN: Record<string, { id: string; name: string }[]> = {
  "led-team": [
    { id: "tine-team", name: "Tine Team (fictief)" },
    { id: "tom-team", name: "Tom Team (fictief)" },
  ],
  "led-dpo": [{ id: "dirk-dpo", name: "Dirk DPO (fictief)" }],
  "leading-official": [{ id: "lea-leidend", name: "Lea Leidend (fictief)" }],
};

/** People for signing in: known or generated ones for each group, and one without a group. */
export function usersFor(groups: readonly string[]): LocalUser[] {
  const members = groups.flatMap((group) =>
    (KNOWN[group] ?? [{ id: group, name: `${group} (fictief)` }]).map((person) => ({
      ...person,
      groups: [group],
    })),
  );
  const outsider = { id: "olga-onbekend", name: "Olga Onbekend (fictief, zonder rol)", groups: [] };
  return [...members, outsider].map((person) => ({ ...person, email: `${person.id}@local.example` }));
}
