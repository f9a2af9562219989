import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Statistics } from "../../domain/statistics.ts";
import { STAGES } from "../../domain/process.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { overviewTexts } from "./overview-texts.nl.ts";

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const texts = overviewTexts.board;
const SIZE = { width: 960, height: 360 };
/** At least 3 to 1 on white, and told apart by a pattern too. */
const COLOURS = ["#0055cc", "#7fb0ff", "#1c6b2a", "#8fce9b"];
/** Without quotation marks: ECharts writes the names into an attribute as they are. */
const FONT = { fontFamily: "Segoe UI, Arial, sans-serif", fontSize: 14, color: "#1a1a1a" };

type Series = { name: string; values: (number | undefined)[] };

/** A bar chart as an SVG document, made here: pages work without scripts. */
function barChart(categories: string[], series: Series[]): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  chart.setOption({
    animation: false,
    color: COLOURS,
    textStyle: FONT,
    aria: { enabled: true, decal: { show: true } },
    legend: { top: 0, textStyle: FONT },
    grid: {
      ...{ left: 10, right: 10, bottom: 10, top: 45 },
      // The labels of the axes are within the drawing.
      ...{ outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    },
    xAxis: { type: "category", data: categories, axisLabel: { ...FONT, interval: 0, hideOverlap: true } },
    yAxis: { type: "value", minInterval: 1, axisLabel: FONT },
    series: series.map(({ name, values }) => ({
      name,
      type: "bar",
      data: values.map((value) => value ?? "-"),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const SIDES = ["consumer", "led"] as const;

/** Median and p90 of each side, by stage. */
function leadTimes({ leadTimes: times }: Statistics): string {
  const stages = STAGES.filter((stage) => times.some((time) => time.stage === stage));
  const at = (stage: string, side: string) => times.find((one) => one.stage === stage && one.side === side);
  const series = SIDES.flatMap((side) =>
    (["median", "p90"] as const).map((what) => ({
      name: `${texts.sides[side]}, ${texts[what].toLowerCase()}`,
      values: stages.map((stage) => at(stage, side)?.[what]),
    })),
  );
  return barChart(
    stages.map((stage) => stageNames[stage]),
    series,
  );
}

const months = ({ months: all }: Statistics): string =>
  barChart(
    all.map(({ month }) => month),
    (["opened", "started", "closed"] as const).map((what) => ({
      name: texts[what],
      values: all.map((month) => month[what]),
    })),
  );

/** The charts of the overview, by the name of their file. */
export const CHARTS: Record<string, (statistics: Statistics) => string> = {
  "lead-times.svg": leadTimes,
  "months.svg": months,
};
