import { showDate } from "../../domain/calendar.ts";
import type { HandlerToday } from "../../staff/handler-today.ts";
import { handlerTexts as texts } from "./handler.nl.ts";

/** A telephone number as a link that dials it. */
const Telephone = ({ number }: { number: string }) => (
  <a href={`tel:${number.replaceAll(/[^+\d]/g, "")}`}>{number}</a>
);

/** The handler of a dossier, with the substitute of today and a telephone number. */
export const HandlerName = ({ today }: { today: HandlerToday }) => (
  <>
    {today.handler.name}
    {today.substitute === undefined
      ? ""
      : ` ${texts.absent(showDate(today.substitute.until), today.substitute.name)}`}
    {today.telephone === undefined ? (
      ""
    ) : (
      <>
        , <Telephone number={today.telephone} />
      </>
    )}
  </>
);
