import { LINE_BUCKETS } from "../../domain/overview-line.ts";
import { AUDIENCES } from "../../domain/people.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { DOSSIER_SORTS, type DossierFilter, LIFE } from "../team/dossier-list.ts";
import { ANY, choicesOf, FilterForm, filterTexts, holdSelect, type Select } from "./filter-form.tsx";
import { bucketNames, overviewTexts } from "./overview-texts.nl.ts";

const texts = overviewTexts.list;

export const DossierFilterForm = ({ filter, site }: { filter: DossierFilter; site: AdminSite }) => {
  const selects: Select[] = [
    {
      name: "stage",
      label: filterTexts.stage,
      chosen: filter.stage,
      choices: [ANY, ...choicesOf(LINE_BUCKETS, (value) => bucketNames[value])],
    },
    {
      name: "life",
      label: texts.life,
      chosen: filter.life,
      choices: [ANY, ...choicesOf(LIFE, (value) => texts.lives[value])],
    },
    {
      name: "turn",
      label: texts.turn,
      chosen: filter.turn,
      choices: [ANY, ...choicesOf(AUDIENCES, (value) => audienceNames[value])],
    },
    holdSelect(filter.hold),
    {
      name: "sort",
      label: filterTexts.sort,
      chosen: filter.sort,
      choices: choicesOf(DOSSIER_SORTS, (value) => texts.sorts[value]),
    },
  ];
  const to = site.addresses.at("/admin/dossiers");
  return <FilterForm to={to} title={texts.filter} selects={selects} isLate={filter.late === "1"} />;
};
