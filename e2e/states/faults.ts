import { expect } from "@playwright/test";
import { servicePorts } from "@/local/ports";
import { Wire } from "../support/unit/wire";
import { arrived } from "./people";
import type { PageState } from "./state";

/** Neighbouring workers have neighbouring process numbers; their ports must not meet. */
const APART = 3;
const AWAY_WITHIN_MS = 15_000;

export const faults: PageState[] = [
  { name: "not-found", path: "/no-existe", open: ({ page }) => page.goto("/no-existe") },
  {
    name: "fault",
    path: "/cuenta",
    errors: [/status of 500/],
    async open(stage) {
      const { page, lab, after } = stage;
      await arrived(stage);
      await lab.database.sql('alter table "Session" rename column device to "none"');
      after(() => lab.database.sql('alter table "Session" rename column "none" to device'));
      await page.goto("/cuenta");
    },
  },
  {
    name: "maintenance",
    path: "/cuenta",
    async open({ page, lab, after }) {
      const wire = await Wire.to(lab.database.url);
      const [port = 0] = await servicePorts(process.pid * APART + 301, 1);
      const app = await lab.local.join(port, { DATABASE_URL: wire.url });
      after(() => app.stop());
      wire.cut();
      const status = async () => (await fetch(`${app.url}/login`)).status;
      await expect.poll(status, { timeout: AWAY_WITHIN_MS }).toBe(503);
      await page.goto(`${app.url}/cuenta`);
    },
  },
];
