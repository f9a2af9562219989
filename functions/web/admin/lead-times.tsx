import { daysOf } from "../../domain/deadline.nl.ts";
import type { LeadTimes, SideTime } from "../../domain/lead-times.ts";
import type { Side } from "../../domain/people.ts";
import { STAGES } from "../../domain/process.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = adminTexts.leadTimes;

const SIDES = ["consumer", "led"] as const satisfies Side[];

/** Lead times are in calendar days; lateness is in the unit of the side. */
const timeOf = (side: Side, time: SideTime | undefined): string =>
  time
    ? texts.time(daysOf(time.days, "consumer"), time.daysLate > 0 ? daysOf(time.daysLate, side) : undefined)
    : "";

/** Lead time and lateness of each side, by step and in total. */
export const LeadTimesTable = ({ times }: { times: LeadTimes }) => {
  const at = (side: Side, stage: (typeof STAGES)[number]) =>
    times[side].byStage.find((entry) => entry.stage === stage);
  const stages = STAGES.filter((stage) => SIDES.some((side) => at(side, stage)));
  if (stages.length === 0) return <></>;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <Table title={texts.title} headings={[texts.stage, ...SIDES.map((side) => texts[side])]}>
        {stages.map((stage) => (
          <tr>
            <th scope="row">{stageNames[stage]}</th>
            {SIDES.map((side) => (
              <td>{timeOf(side, at(side, stage))}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{texts.inAll}</th>
          {SIDES.map((side) => (
            <td>{timeOf(side, times[side])}</td>
          ))}
        </tr>
      </Table>
    </section>
  );
};
