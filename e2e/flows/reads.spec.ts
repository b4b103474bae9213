import { PATHS } from "@/lib/routes";
import { freshAddress } from "@/testing/address";
import { tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";

// What is only read writes nothing: no other site that loads an address here leaves a trace (RFC 9110 §9.2.1).

const QUERY = "callbackUrl=/facturas&error=Default&antes=5&descargar=1&code=abc&state=abc";

/** where links of mails land */
const LINKED = /^\/(?:login\/link|registro|recuperar)/;

/** How an address is read: by a person, a program, a scanner, a browser that thinks ahead, Next's own router. */
const READERS: { method: string; headers: Record<string, string> }[] = [
  { method: "GET", headers: { accept: "text/html" } },
  { method: "GET", headers: { accept: "application/json" } },
  { method: "HEAD", headers: { accept: "*/*", "sec-fetch-site": "cross-site" } },
  { method: "GET", headers: { accept: "text/html", "sec-purpose": "prefetch;prerender" } },
  { method: "GET", headers: { accept: "*/*", rsc: "1", "next-router-prefetch": "1" } },
];

test("no address that is read changes a row, whoever reads it, and however often", async ({
  page,
  lab,
  address,
  signedIn,
  inbox,
}) => {
  test.slow();
  await signedIn({ email: address });
  const post = (endpoint: string, form: Record<string, string>) =>
    page.request.post(endpoint, { form, headers: { "sec-fetch-site": "same-origin" } });
  const newcomer = freshAddress();
  await post("/api/auth/signin/email", { email: address });
  await post("/recuperar/enviar", { email: address });
  await post("/registro/crear", { email: newcomer, name: "Luis", password: "una clave de Luis" });
  const mails = [
    await inbox.next(address, { subject: "link mágico" }),
    await inbox.next(address, { subject: "Recupera" }),
    await lab.inbox.wait(newcomer),
  ];
  const tokens = mails.map((mail) => tokenIn(mail ?? { links: [] }));
  // what waits to be told would be sent by the next request, whatever it is
  await lab.database.sql('delete from "Notice"');

  for (const passed of ["0 seconds", "11 minutes"]) {
    await lab.database.age(passed);
    const before = await lab.database.rows();
    for (const path of PATHS)
      await Promise.all(
        READERS.flatMap(({ method, headers }) =>
          (LINKED.test(path) ? tokens : tokens.slice(0, 1)).map((token) => {
            const address = `${path}?${QUERY}&token=${token}`;
            return page.request.fetch(address, { method, headers, maxRedirects: 0 });
          }),
        ),
      );
    expect(await lab.database.rows()).toEqual(before);
  }
});

test("one's own data are not read by an address, and say how they are asked for", async ({
  page,
  arrived,
}) => {
  await arrived();
  for (const method of ["GET", "HEAD"]) {
    const answer = await page.request.fetch("/cuenta/datos", { method });
    expect([answer.status(), answer.headers().allow]).toEqual([405, "POST"]);
  }
});
