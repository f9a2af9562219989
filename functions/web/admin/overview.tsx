import { filterTexts } from "./filter-form.tsx";
import type { Child } from "hono/jsx";
import { daysBetween, type Instant, showDate, showMoment, toInstant } from "../../domain/calendar.ts";
import { LINE_BUCKETS } from "../../domain/overview-line.ts";
import { AUDIENCES } from "../../domain/people.ts";
import type { Statistics } from "../../domain/statistics.ts";
import { audienceNames, stageNames } from "../../domain/texts.nl.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { CHARTS } from "./charts.ts";
import { bucketNames, overviewTexts } from "./overview-texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = overviewTexts.board;
type Cell = Child | string | number;
type Props = { statistics: Statistics; site: AdminSite; now: Instant };

const Figures = ({ title, headings, rows }: { title: string; headings: string[]; rows: Cell[][] }) => (
  <Table title={title} headings={headings}>
    {rows.map(([first, ...others]) => (
      <tr>
        <th scope="row">{first}</th>
        {others.map((cell) => (
          <td>{cell}</td>
        ))}
      </tr>
    ))}
  </Table>
);

type NamedDossier = { id: string; reference: string; organisationName: string };
const DossierLink = ({ of, site, more }: { of: NamedDossier; site: AdminSite; more: string }) => (
  <li>
    <a href={site.addresses.at(`/admin/dossiers/${of.id}`)}>{of.organisationName}</a>{" "}
    <span class="soft one-line">{more}</span>
  </li>
);

/** The stages with their counts, and the dossiers that are longest in each. */
const Board = ({ statistics, site, now }: Props) => {
  const link = (query: string, count: number): Cell =>
    count === 0 ? (
      0
    ) : (
      <a href={site.addresses.at(`/admin/dossiers?${query}`)}>{count.toLocaleString("nl-BE")}</a>
    );
  const rows = LINE_BUCKETS.map((bucket): Cell[] => {
    const { count = 0, late = 0, held = 0, slowest = [] } = statistics.stages[bucket] ?? {};
    return [
      bucketNames[bucket],
      link(`stage=${bucket}`, count),
      link(`stage=${bucket}&late=1`, late),
      link(`stage=${bucket}&hold=yes`, held),
      <ul class="plain-list">
        {slowest.map((of) => (
          <DossierLink of={of} site={site} more={texts.since(daysBetween(of.since, now))} />
        ))}
      </ul>,
    ];
  });
  const headings = [filterTexts.stage, texts.count, texts.late, texts.held, texts.slowest];
  return (
    <section>
      <h2>{texts.stages}</h2>
      <Figures title={texts.stages} headings={headings} rows={rows} />
    </section>
  );
};

const Turns = ({ statistics, site }: Props) => (
  <section>
    <h2>{texts.turns}</h2>
    <Figures
      title={texts.turns}
      headings={[texts.side, texts.count, texts.late]}
      rows={AUDIENCES.flatMap((audience): Cell[][] => {
        const turn = statistics.turns[audience];
        if (!turn) return [];
        const to = site.addresses.at(`/admin/dossiers?turn=${audience}`);
        return [[<a href={to}>{audienceNames[audience]}</a>, turn.count, turn.late]];
      })}
    />
  </section>
);

const Chart = ({ file, alt, site }: { file: string; alt: string; site: AdminSite }) => (
  <img class="chart" src={site.addresses.at(`/admin/overview/${file}`)} alt={alt} width="960" height="360" />
);

const LeadTimes = ({ statistics, site }: Props) => (
  <section>
    <h2>{texts.leadTimes}</h2>
    <p>{texts.leadTimesHint}</p>
    {statistics.leadTimes.length === 0 ? (
      <p>{texts.none}</p>
    ) : (
      <>
        <Chart file="lead-times.svg" alt={texts.leadTimesAlt} site={site} />
        <Figures
          title={texts.leadTimes}
          headings={[filterTexts.stage, texts.side, texts.dossiers, texts.median, texts.p90]}
          rows={statistics.leadTimes.map(({ stage, side, count, median, p90 }) => [
            ...[stageNames[stage], texts.sides[side], count],
            ...[texts.since(median), texts.since(p90)],
          ])}
        />
      </>
    )}
  </section>
);

const Months = ({ statistics, site }: Props) => (
  <section>
    <h2>{texts.months}</h2>
    {statistics.months.length === 0 ? (
      <p>{texts.none}</p>
    ) : (
      <>
        <Chart file="months.svg" alt={texts.monthsAlt} site={site} />
        <Figures
          title={texts.months}
          headings={[texts.month, texts.opened, texts.started, texts.closed]}
          rows={statistics.months.map(({ month, opened, started, closed }) => [
            month,
            opened,
            started,
            closed,
          ])}
        />
      </>
    )}
  </section>
);

const Rounds = ({ statistics }: Props) => (
  <section>
    <h2>{texts.rounds}</h2>
    <p>{texts.roundsHint}</p>
    <Figures
      title={texts.rounds}
      headings={[filterTexts.stage, ...[1, 2, 3, 4].map(texts.round)]}
      rows={statistics.rounds.map(({ stage, counts }) => [stageNames[stage], ...counts])}
    />
  </section>
);

const InUse = ({ statistics, site }: Props) => (
  <section>
    <h2>{texts.use}</h2>
    <p>
      {texts.inUse(statistics.inUse)} {texts.ending(statistics.endingSoon.count)}
    </p>
    <ul>
      {statistics.endingSoon.first.map((of) => (
        <DossierLink of={of} site={site} more={showDate(of.end)} />
      ))}
    </ul>
  </section>
);

/** The board and the figures over all dossiers, as the sweep counted them. */
export function overviewRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/overview", async (c) => {
    const statistics = await site.lines.findStatistics();
    const props = statistics && { statistics, site, now: toInstant(site.now()) };
    const page = (
      <div class="wide">
        <h1>{texts.title}</h1>
        {props ? (
          <>
            <p class="soft">{texts.countedAt(showMoment(props.statistics.at))}</p>
            <Board {...props} />
            <Turns {...props} />
            <InUse {...props} />
            <LeadTimes {...props} />
            <Months {...props} />
            <Rounds {...props} />
          </>
        ) : (
          <p>{texts.notYet}</p>
        )}
      </div>
    );
    return c.render(page, { title: texts.title });
  });

  app.get("/admin/overview/:chart", async (c) => {
    const statistics = await site.lines.findStatistics();
    const draw = CHARTS[c.req.param("chart")];
    if (!statistics || !draw) throw new Refusal("page-unknown");
    // The drawing has a stylesheet of its own.
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.body(draw(statistics), 200, { "content-type": "image/svg+xml; charset=utf-8" });
  });
}
