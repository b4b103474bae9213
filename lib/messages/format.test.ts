import { expect, it } from "vitest";
import { dayAndHour, dayIn, hourIn } from "./format";

const MOMENT = new Date("2026-11-24T14:12:59Z");

it("a time is said as people in Colombia say it, with plain spaces", () => {
  expect(hourIn(MOMENT)).toBe("9:12 a. m.");
  expect(hourIn(new Date("2026-11-24T05:00:00Z"))).toBe("12:00 a. m.");
  expect(hourIn(new Date("2026-11-24T17:00:00Z"))).toBe("12:00 p. m.");
  expect(dayIn(MOMENT)).toBe("24 de noviembre de 2026");
  expect(dayAndHour(MOMENT)).toBe("24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)");
});

it("a time is said in the person's zone where that is known", () => {
  expect(hourIn(MOMENT, "Europe/Madrid")).toBe("3:12 p. m.");
  expect(dayIn(new Date("2026-11-24T23:30:00Z"), "Europe/Madrid")).toBe("25 de noviembre de 2026");
});
