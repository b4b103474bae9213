import { timesIn } from "../times";

export const { inSeconds, minutes, hours, days } = timesIn("es");
