import { type Instant, showDate, showMoment, toInstant } from "../../domain/calendar.ts";
import type { DossierSummary } from "../../domain/ports.ts";
import { PROCESS, type Stage, STAGES } from "../../domain/process.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import type { Addresses } from "../http/addresses.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { searchDossiers } from "../team/search-dossiers.ts";
import { statusNames } from "../ui/dossier-facts.nl.ts";
import { adminTexts } from "./texts.nl.ts";

const texts = adminTexts.dossiers;
type Found = {
  now: Instant;
  title: string;
  stage?: Stage;
  items: DossierSummary[];
  unreadable?: string[];
  more?: string;
  /** Of a search: whether more dossiers may match, and up to when it knows their names. */
  search?: { isComplete: boolean; upTo?: Instant };
};

/** The status of the dossier; while on hold, with the end date of the hold. */
const stateOf = ({ status, heldUntil }: DossierSummary, now: Instant): string =>
  heldUntil !== undefined && now < heldUntil
    ? `${statusNames[status]}, ${adminTexts.table.held(showDate(heldUntil))}`
    : statusNames[status];

/** The index of names follows the dossiers: a search says how far it is. */
const HowFar = ({ isComplete, upTo }: NonNullable<Found["search"]>) => (
  <>
    {isComplete ? "" : <p>{texts.notAll}</p>}
    <p class="soft">{upTo === undefined ? texts.notYet : texts.upTo(showMoment(upTo))}</p>
  </>
);

type RowProps = { item: DossierSummary; addresses: Addresses; now: Instant };

const Row = ({ item, addresses, now }: RowProps) => (
  <tr>
    <td>
      <a href={addresses.at(`/admin/dossiers/${item.id}`)}>{item.reference}</a>
    </td>
    <td>
      {item.organisationName} {item.ovoCode ?? ""}
    </td>
    <td>{stageNames[item.stage]}</td>
    <td>{stateOf(item, now)}</td>
    <td>{showDate(item.since)}</td>
  </tr>
);

const DossierTable = ({ found, addresses }: { found: Found; addresses: Addresses }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={found.title}>
    <table>
      <thead>
        <tr>
          <th scope="col">{adminTexts.table.reference}</th>
          <th scope="col">{adminTexts.table.organisation}</th>
          <th scope="col">{adminTexts.table.step}</th>
          <th scope="col">{adminTexts.table.state}</th>
          <th scope="col">{adminTexts.table.since}</th>
        </tr>
      </thead>
      <tbody>
        {found.items.map((item) => (
          <Row item={item} addresses={addresses} now={found.now} />
        ))}
      </tbody>
    </table>
  </div>
);

const DossiersPage = (props: { found: Found; search: string; addresses: Addresses }) => {
  const { found, addresses, search } = props;
  const here = addresses.at("/admin/dossiers");
  return (
    <>
      <h1>{texts.title}</h1>
      <form method="get" action={here} role="search">
        <div class="field">
          <label for="search">{texts.search}</label>
          <p class="hint" id="search-hint">
            {texts.searchHint}
          </p>
          <input type="search" id="search" name="search" value={search} aria-describedby="search-hint" />
        </div>
        <button>{texts.searchButton}</button>
      </form>
      <nav class="across" aria-labelledby="by-stage">
        <h2 id="by-stage">{texts.byStage}</h2>
        <ul>
          {PROCESS.map(({ stage }) => (
            <li>
              <a href={`${here}?stage=${stage}`} aria-current={stage === found.stage ? "page" : undefined}>
                {stageNames[stage]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a href={addresses.at("/admin/deleted-dossiers")}>{keepingPages.deleted.link}</a>
      </p>
      <h2>{found.title}</h2>
      <Unreadable keys={found.unreadable} />
      {found.items.length === 0 ? <p>{texts.none}</p> : <DossierTable found={found} addresses={addresses} />}
      {found.search ? <HowFar {...found.search} /> : ""}
      {found.more ? (
        <p>
          <a href={found.more}>{texts.more}</a>
        </p>
      ) : (
        ""
      )}
    </>
  );
};

export function dossiersRoutes(app: AdminApp, site: AdminSite) {
  const inStage = async (stage: Stage, next: string | undefined): Promise<Found> => {
    const page = await site.dossiers.listByStage(stage, next);
    const more = page.next && `/admin/dossiers?stage=${stage}&next=${encodeURIComponent(page.next)}`;
    const title = texts.inStage(stageNames[stage]);
    return {
      title,
      stage,
      now: toInstant(site.now()),
      items: page.items,
      unreadable: page.unreadable,
      more: more && site.addresses.at(more),
    };
  };

  const searched = async (search: string): Promise<Found> => {
    const [{ items, isComplete }, state] = await Promise.all([
      searchDossiers(site, search),
      site.lines.findState(),
    ]);
    const upTo = state?.walk.isDone ? state.upTo : undefined;
    const title = texts.found(search);
    return { title, now: toInstant(site.now()), items, search: { isComplete, upTo } };
  };

  app.get("/admin/dossiers", async (c) => {
    const search = c.req.query("search")?.trim() ?? "";
    const stage = STAGES.find((known) => known === c.req.query("stage")) ?? "INTAKE";
    const found = search ? await searched(search) : await inStage(stage, c.req.query("next"));
    const page = <DossiersPage found={found} search={search} addresses={site.addresses} />;
    return c.render(page, { title: texts.title });
  });
}
