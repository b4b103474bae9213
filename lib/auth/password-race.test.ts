import bcrypt from "bcryptjs";
import { describe, expect, it } from "vitest";
import { AUTH, browser, led } from "@/e2e/support/unit/auth";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { resetPassword } from "../recovery/reset";
import { openSessionsOf } from "../session/list";

const enter = (email: Email) =>
  browser().post(`${AUTH}/callback/credentials`, { email, password: PASSWORD });

describe("sign-ins by password at the same instant", () => {
  it("all get in, also where the first replaces a hash of another cost under the others", async () => {
    const passwordHash = await bcrypt.hash(PASSWORD, 4);
    const { id, address } = await newPerson({ passwordHash, passwordScheme: "bcrypt" });
    const all = await together(8, async () => led(await enter(address)));
    for (const one of all) expect(one).toEqual([303, "/cuenta"]);
    expect(await openSessionsOf(id)).toHaveLength(8);
  });

  it("as a reset leave nobody in by the old password", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, address } = await withPassword();
      const { token } = await mint(address, { purpose: "reset" });
      const [reset] = await Promise.all([
        resetPassword(token, "mi nueva frase secreta", stranger()),
        ...Array.from({ length: 6 }, () => enter(address)),
      ]);
      const open = await openSessionsOf(id);
      expect(open.map((session) => session.id)).toEqual([reset.ok && reset.session.id]);
    }
  });
});
