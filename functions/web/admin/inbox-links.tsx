import { type Audience, AUDIENCES } from "../../domain/people.ts";
import { audienceNames } from "../../domain/texts.nl.ts";
import type { AdminSite, Caller } from "../team/admin-site.ts";
import { audiencesFor, isOwn } from "../team/list-tasks.ts";
import { filterQuery, type WorkFilter } from "../team/work-filter.ts";
import type { WorkList } from "../team/work-list.ts";
import { workTexts } from "./work-texts.nl.ts";

const Links = (props: { label: string; links: { href: string; isHere: boolean; text: string }[] }) => (
  <nav class="across" aria-label={props.label}>
    <ul>
      {props.links.map(({ href, isHere, text }) => (
        <li>
          <a href={href} aria-current={isHere ? "page" : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type CountsProps = { site: AdminSite; filter: WorkFilter; list: WorkList };

/** The counts of the list. Each is a link to the tasks that it counts. */
export const Counts = ({ site, filter, list }: CountsProps) => {
  const { counts } = list;
  const own = { whose: filter.whose, sort: filter.sort };
  const all = { ...own, show: "all", late: false, page: 1 } satisfies WorkFilter;
  const choices: [keyof typeof workTexts.counts & keyof typeof counts, WorkFilter][] = [
    ["all", all],
    ["mine", { ...all, show: "mine" }],
    ["unclaimed", { ...all, show: "unclaimed" }],
    ["late", { ...all, late: true }],
    ["held", { ...all, hold: "yes" }],
  ];
  const here = filterQuery(filter);
  const links = choices
    .filter(([name]) => filter.whose === undefined || (name !== "mine" && name !== "unclaimed"))
    .map(([name, of]) => ({
      href: site.addresses.at(`/admin${filterQuery(of)}`),
      isHere: filterQuery(of) === here,
      text: workTexts.counts[name](counts[name]),
    }));
  return <Links label={workTexts.counts.title} links={links} />;
};

type WaitsProps = {
  site: AdminSite;
  caller: Caller;
  filter: WorkFilter;
  counted: Partial<Record<Audience, { count: number }>>;
};

/** Links to the tasks that wait for others, with the counts of the overview. */
export const WaitsForOthers = ({ site, caller, filter, counted }: WaitsProps) => {
  const others = AUDIENCES.filter((one) => audiencesFor(caller).includes(one) && !isOwn(caller, one));
  if (others.length === 0) return <></>;
  const links = others.map((whose) => ({
    href: site.addresses.at(`/admin${filterQuery(filter, { whose, show: "all", kind: undefined })}`),
    isHere: filter.whose === whose,
    text: workTexts.waitsFor(audienceNames[whose], counted[whose]?.count),
  }));
  return <Links label={workTexts.waits} links={links} />;
};
