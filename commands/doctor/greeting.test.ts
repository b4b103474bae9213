import { afterEach, expect, it } from "vitest";
import { startMailServer } from "@/e2e/support/unit/mail-server";
import { tell } from "@/e2e/support/unit/settings";
import { settings } from "@/lib/config/settings";
import type { Email } from "@/lib/email";
import { createMailer, DEADLINES, mailReachable } from "@/lib/mail/send";
import { mailFindings } from "./mail";

const { EMAIL_SERVER } = process.env;
afterEach(() => tell({ NEXTAUTH_URL: "http://localhost:3000", EMAIL_SERVER }));

const NAMES: [origin: string, more: string, name: string][] = [
  ["https://ingreso.example.com", "", "ingreso.example.com"],
  ["https://INGRESO.example.com.:8443", "", "ingreso.example.com"],
  ["https://facturación.example", "", "xn--facturacin-obb.example"],
  ["https://192.0.2.7", "", "[192.0.2.7]"],
  ["https://[2001:db8::7]:8443", "", "[IPv6:2001:db8::7]"],
  ["http://localhost:3000", "", "localhost"],
  ["http://127.0.0.1:3000", "", "[127.0.0.1]"],
  ["http://[::1]:3000", "", "[IPv6:::1]"],
  ["https://ingreso.example.com", "?name=relay.example.net", "relay.example.net"],
  ["https://ingreso.example.com", "?name=", "ingreso.example.com"],
];

it.each(NAMES)("a mail server is greeted from %s%s as %s", async (origin, more, name) => {
  const server = await startMailServer();
  tell({ NEXTAUTH_URL: origin, EMAIL_SERVER: `${server.emailServer}/${more}` });
  const told = settings();

  await createMailer(told, DEADLINES).send({
    ...{ to: "ana@ejemplo.com" as Email, language: "es", subject: "Hola" },
    ...{ text: "Hola", html: "<p>Hola</p>" },
  });
  expect(await mailReachable()).toBe(true);
  const [finding] = await mailFindings(told);

  expect(finding?.gravity).toBe("ok");
  expect(server.greetings()).toEqual([name, name, name]);
});
