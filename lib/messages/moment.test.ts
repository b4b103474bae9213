import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "./en";
import { es } from "./es";
import { dateAndHourOf, hourOf } from "./hour";
import { type MomentShape, momentText } from "./moment";
import { pt } from "./pt";
import { withReader } from "./reader";

const MOMENT = new Date("2026-11-24T14:12:59Z");
const MADRID = "Europe/Madrid";
const SAO_PAULO = "America/Sao_Paulo";
const said = (shape: MomentShape, moment = MOMENT, zone = "America/Bogota", { screen } = es) =>
  momentText(moment, shape, screen.moments, zone);

it("a time is said as people in Colombia say it, with plain spaces", () => {
  expect(hourOf(MOMENT)).toBe("9:12 a. m. (hora de Colombia)");
  expect(said("hour", new Date("2026-11-24T05:00:00Z"))).toBe("12:00 a. m.");
  expect(said("hour", new Date("2026-11-24T17:00:00Z"))).toBe("12:00 p. m.");
  expect(dateAndHourOf(MOMENT)).toBe("24 de noviembre de 2026, 9:12 a. m. (hora de Colombia)");
});

it("a time is said in the person's zone where that is known", () => {
  expect(said("hour", MOMENT, MADRID)).toBe("3:12 p. m.");
  expect(said("date", new Date("2026-11-24T23:30:00Z"), MADRID)).toBe("25 de noviembre de 2026");
  expect(said("month", new Date("2026-11-30T23:30:00Z"), MADRID)).toBe("dic. de 2026");
});

it("a time in English is said as people in the United States say it, its zone in words", () => {
  const at = (timeZone: string | null) => (say: (moment: Date) => string) =>
    withReader({ language: "en", timeZone }, () => say(MOMENT));
  expect(at(null)(hourOf)).toBe("9:12 AM (Colombia Time)");
  expect(at(null)(dateAndHourOf)).toBe("November 24, 2026, 9:12 AM (Colombia Time)");
  expect(at("America/Mexico_City")(hourOf)).toBe("8:12 AM (Mexico City Time)");
  expect(said("month", new Date("2026-11-30T23:30:00Z"), MADRID, en)).toBe("Dec 2026");
});

it("a time is said as people in Brazil say it, by a clock of 24 hours", () => {
  const at = (timeZone: string | null) => (say: (moment: Date) => string) =>
    withReader({ language: "pt-BR", timeZone }, () => say(MOMENT));
  expect(at(SAO_PAULO)(hourOf)).toBe("11:12 (horário de Brasília)");
  expect(at(null)(dateAndHourOf)).toBe("24 de novembro de 2026, 09:12 (horário da Colômbia)");
  expect(at("America/Santiago")(hourOf)).toBe("11:12 (horário do Chile)");
  expect(said("hour", new Date("2026-11-24T03:05:00Z"), SAO_PAULO, pt)).toBe("00:05");
  expect(said("month", MOMENT, SAO_PAULO, pt)).toBe("nov. de 2026");
});

it("one o'clock is one hour in Spanish, and midnight too in Portuguese", () => {
  const at = (time: string, words = es) =>
    said("atHour", new Date(`2026-11-24T${time}Z`), "UTC", words);
  expect(at("13:05")).toBe("a la 1:05 p. m.");
  expect(at("01:59")).toBe("a la 1:59 a. m.");
  expect(at("11:05")).toBe("a las 11:05 a. m.");
  expect(at("00:05")).toBe("a las 12:05 a. m.");
  expect(at("13:05", en)).toBe("at 1:05 PM");
  expect(["00:05", "01:05", "02:05", "10:05"].map((time) => at(time, pt))).toEqual([
    "à 00:05",
    "à 01:05",
    "às 02:05",
    "às 10:05",
  ]);
});

describe("a moment of late", () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-25T01:00:00Z") }));
  afterEach(() => vi.useRealTimers());

  const rows: [string, Date, string, string, string][] = [
    ["today", MOMENT, "hoy a las 9:12 a. m.", "hoy, 9:12 a. m.", "Hoy, 9:12 a. m."],
    [
      "yesterday",
      new Date("2026-11-24T04:59:00Z"),
      "ayer a las 11:59 p. m.",
      "ayer, 11:59 p. m.",
      "Ayer, 11:59 p. m.",
    ],
    [
      "longer ago",
      new Date("2026-05-04T20:00:00Z"),
      "el 4 de may. a las 3:00 p. m.",
      "el 4 de may.",
      "4 may., 3:00 p. m.",
    ],
  ];
  it.each(rows)("%s is told in a sentence, in a list, and as a stamp", (_, moment, ...texts) => {
    const shapes = ["dayAndHour", "lately", "stamp"] as const;
    expect(shapes.map((shape) => said(shape, moment))).toEqual(texts);
  });

  it.each([
    [MOMENT, "today at 9:12 AM", "today, 9:12 AM", "Today, 9:12 AM"],
    [
      new Date("2026-11-24T04:59:00Z"),
      "yesterday at 11:59 PM",
      "yesterday, 11:59 PM",
      "Yesterday, 11:59 PM",
    ],
    [new Date("2026-05-04T20:00:00Z"), "on May 4 at 3:00 PM", "on May 4", "May 4, 3:00 PM"],
  ])("%s is told in English in its order", (moment, ...texts) => {
    const shapes = ["dayAndHour", "lately", "stamp"] as const;
    expect(shapes.map((shape) => said(shape, moment, undefined, en))).toEqual(texts);
  });

  it.each([
    [MOMENT, "hoje às 11:12", "hoje, 11:12", "Hoje, 11:12"],
    [new Date("2026-11-24T02:59:00Z"), "ontem às 23:59", "ontem, 23:59", "Ontem, 23:59"],
    [new Date("2026-05-04T20:00:00Z"), "em 4 de mai. às 17:00", "em 4 de mai.", "4 de mai., 17:00"],
  ])("%s is told in Portuguese by a clock of 24 hours", (moment, ...texts) => {
    const shapes = ["dayAndHour", "lately", "stamp"] as const;
    expect(shapes.map((shape) => said(shape, moment, SAO_PAULO, pt))).toEqual(texts);
  });
});
