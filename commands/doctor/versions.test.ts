import { describe, expect, it } from "vitest";
import { ADVISORIES } from "./advisories";
import { advisoriesOf, fixesOf, libraryFinding, nodeFinding, versionFindings } from "./versions";

const NOVEMBER = new Date("2026-11-28T12:00:00Z");

describe("the doctor on Node", () => {
  it.each([
    ["20.19.6", NOVEMBER, "warning"],
    ["20.19.6", new Date("2026-04-30T23:59:00Z"), "ok"],
    ["20.19.6", new Date("2026-05-01T00:00:00Z"), "warning"],
    ["22.23.3", NOVEMBER, "ok"],
    ["22.23.3", new Date("2027-05-01T00:00:00Z"), "warning"],
    ["24.21.0", NOVEMBER, "ok"],
    ["25.9.0", NOVEMBER, "warning"],
    ["26.0.0", NOVEMBER, "ok"],
  ])("%s at %s: %s", (version, today, gravity) => {
    expect(nodeFinding(version, today).gravity).toBe(gravity);
  });

  it("names the day, and the Node to run instead", () => {
    expect(nodeFinding("20.19.6", NOVEMBER)).toMatchObject({
      says: "Node 20.19.6 has had no security fixes since 2026-04-30",
      todo: "run it with Node 24, which gets them until 2028-04-30",
    });
  });
});

describe("the doctor on published advisories", () => {
  it.each([
    ["next", "15.2.2", "GHSA-f82v-jwr5-mffw", "15.5.28"],
    ["next", "14.2.24", "GHSA-f82v-jwr5-mffw", "15.5.28"],
    ["next", "15.5.6", "GHSA-9qr9-h5gf-34mp", "15.5.28"],
    ["next", "16.0.6", "GHSA-9qr9-h5gf-34mp", "16.4.1"],
    ["next", "16.0.9", "GHSA-5j59-xgg2-r9c4", "16.4.1"],
    ["next", "16.2.5", "GHSA-26hh-7cqf-hhc6", "16.4.1"],
    ["next", "16.4.0", "GHSA-673q-mjm6-r5xr", "16.4.1"],
    ["next", "16.4.0-canary.39", "GHSA-673q-mjm6-r5xr", "16.4.1"],
    ["react", "19.2.0", "GHSA-fv66-9v8q-g76r", "19.2.9"],
    ["react", "19.1.9", "GHSA-xqc2-xf4c-x3h3", "19.1.10"],
    ["react", "19.3.0", "GHSA-xqc2-xf4c-x3h3", "19.3.1"],
    ["next-auth", "4.24.11", "GHSA-5jpx-9hw9-2fx4", "4.24.15"],
    ["next-auth", "4.24.14", "GHSA-7rqj-j65f-68wh", "4.24.15"],
    ["nodemailer", "6.10.1", "GHSA-mm7p-fcc7-pg87", "10.1.4"],
    ["nodemailer", "9.0.0", "GHSA-p6gq-j5cr-w38f", "10.1.4"],
  ] as const)("warns of %s %s: %s, to be raised to %s", (library, version, id, fixed) => {
    const { gravity, says, todo } = libraryFinding(library, version);
    expect({ gravity, says, todo }).toEqual({
      gravity: "warning",
      says: expect.stringContaining(`(${id})`),
      todo: `npm install --save-exact ${library}@${fixed}, and read its notes`,
    });
  });

  it.each([
    ["next", "16.4.1"],
    ["next", "15.5.28"],
    ["react", "18.3.1"],
    ["react", "19.3.1"],
    ["next-auth", "4.24.15"],
    ["nodemailer", "10.1.4"],
  ] as const)("has nothing to say of %s %s", (library, version) => {
    expect(libraryFinding(library, version).gravity).toBe("ok");
  });

  it("has nothing to say of what is installed here", () => {
    const found = versionFindings().filter(({ check }) => check === "advisories");
    expect(found.map(({ gravity }) => gravity)).toEqual(["ok", "ok", "ok", "ok"]);
  });

  it.each(ADVISORIES)(
    "has each fix outside of what $id affects, and the version before it inside",
    (one) => {
      const open = (version: string) => advisoriesOf(one.library, version).includes(one);
      for (const fix of fixesOf(one))
        expect([fix, open(fix), open(`${fix}-0`)]).toEqual([fix, false, true]);
    },
  );

  it("names every advisory once", () => {
    expect(new Set(ADVISORIES.map(({ id }) => id)).size).toBe(ADVISORIES.length);
  });
});
