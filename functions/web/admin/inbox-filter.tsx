import { STAGES } from "../../domain/process.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { absenceTexts } from "../../staff/texts.nl.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { audiencesFor, isOwn, SHOWN } from "../team/list-tasks.ts";
import { TASK_SORTS, type WorkFilter } from "../team/work-filter.ts";
import type { WorkList } from "../team/work-list.ts";
import { ANY, choicesOf, FilterForm, filterTexts, holdSelect, type Select } from "./filter-form.tsx";
import { workTitle } from "./work-title.ts";
import { workTexts } from "./work-texts.nl.ts";

const texts = workTexts.filter;

type Props = { site: AdminSite; caller: Caller; filter: WorkFilter; list: WorkList };

export const InboxFilter = ({ site, caller, filter, list }: Props) => {
  const others = audiencesFor(caller).filter((audience) => !isOwn(caller, audience));
  const whose: Select = {
    name: "whose",
    label: texts.whose,
    chosen: filter.whose,
    choices: [{ value: "", label: texts.own }, ...choicesOf(others, (value) => audienceNames[value])],
  };
  const selects: Select[] = [
    {
      name: "kind",
      label: texts.kind,
      chosen: filter.kind,
      choices: [ANY, ...choicesOf(list.kinds, (kind) => workTitle(kind, site.definitions))],
    },
    {
      name: "stage",
      label: filterTexts.stage,
      chosen: filter.stage,
      choices: [ANY, ...choicesOf(STAGES, (stage) => stageNames[stage])],
    },
    {
      name: "show",
      label: texts.show,
      chosen: filter.show,
      choices: choicesOf(SHOWN, (value) => absenceTexts.inbox[value]),
    },
    ...(others.length === 0 ? [] : [whose]),
    holdSelect(filter.hold),
    {
      name: "sort",
      label: filterTexts.sort,
      chosen: filter.sort,
      choices: choicesOf(TASK_SORTS, (value) => texts.sorts[value]),
    },
  ];
  const to = site.addresses.at("/admin");
  return <FilterForm to={to} title={texts.title} selects={selects} isLate={filter.late} />;
};
