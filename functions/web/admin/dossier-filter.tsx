import { LINE_BUCKETS } from "../../domain/overview-line.ts";
import { AUDIENCES } from "../../domain/people.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { DOSSIER_SORTS, type DossierFilter, LIFE } from "../team/dossier-list.ts";
import { bucketNames, overviewTexts } from "./overview-texts.nl.ts";
import { type Choice, Select } from "./select.tsx";

const texts = overviewTexts.list;
const any: Choice = { value: "", label: texts.any };
const HELD = ["no", "yes"] as const;

/** The filter as a form: its address is that of the list. */
export const DossierFilterForm = ({ filter, site }: { filter: DossierFilter; site: AdminSite }) => (
  <form method="get" action={site.addresses.at("/admin/dossiers")} aria-label={texts.filter} class="filter">
    <Select
      id="filter"
      name="stage"
      label={texts.stage}
      chosen={filter.stage}
      choices={[any, ...LINE_BUCKETS.map((value) => ({ value, label: bucketNames[value] }))]}
    />
    <Select
      id="filter"
      name="life"
      label={texts.life}
      chosen={filter.life}
      choices={[any, ...LIFE.map((value) => ({ value, label: texts.lives[value] }))]}
    />
    <Select
      id="filter"
      name="turn"
      label={texts.turn}
      chosen={filter.turn}
      choices={[any, ...AUDIENCES.map((value) => ({ value, label: audienceNames[value] }))]}
    />
    <Select
      id="filter"
      name="hold"
      label={texts.hold}
      chosen={filter.hold}
      choices={[any, ...HELD.map((value) => ({ value, label: texts.holds[value] }))]}
    />
    <Select
      id="filter"
      name="sort"
      label={texts.sort}
      chosen={filter.sort}
      choices={DOSSIER_SORTS.map((value) => ({ value, label: texts.sorts[value] }))}
    />
    <div class="option">
      <input type="checkbox" id="filter-late" name="late" value="1" checked={filter.late === "1"} />
      <label for="filter-late">{texts.late}</label>
    </div>
    <button class="second">{texts.button}</button>
  </form>
);
