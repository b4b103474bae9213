import type { MomentWords } from "../moment";

/** Also for the browser, so without functions. */
export const moments: MomentWords = {
  locale: "en-US",
  /** the one for the whole world: elsewhere some zones are letters, such as CST */
  zones: "en-001",
  zoneNote: "Times are in {zone}.",
  today: "today",
  yesterday: "yesterday",
  months: [
    ...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
    ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ],
  month: "{month} {year}",
  dayOfMonth: "on {month} {day}",
  dayShort: "{month} {day}",
  atHour: "at {hour}",
  atOne: { hours: "^1:", say: "at {hour}" },
};
