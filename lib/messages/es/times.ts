import { timesIn } from "../times";

export const { wait, minutes, hours, days } = timesIn("es");
