const FORMAT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** Epoch milliseconds of an ISO 8601 date-time with an offset, down to nanoseconds; undefined for other texts. */
export function readTimestamp(text: string): number | undefined {
  const parts = FORMAT.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const valid = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && isDate(year, month, day);
  const time = Date.parse(text.toUpperCase().replace(/(\.\d{3})\d+/, "$1"));
  return valid && !Number.isNaN(time) ? time : undefined;
}

function isDate(year = 0, month = 0, day = 0): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Format of the context object: whole seconds have no fraction. */
export const writeTimestamp = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");
