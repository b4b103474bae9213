import { expect, test } from "../support/fixtures";

// A person reads a code from the page to somebody who finds it in the log.

const FORGED = { "x-request-id": "000000000000" };

test("a page's answer names the request, each time another one", async ({ request }) => {
  const ids = new Set<string>();
  for (const path of ["/login", "/login", "/no-existe"]) {
    const response = await request.get(path, { headers: FORGED });
    const id = response.headers()["x-request-id"] ?? "";
    expect(id).toMatch(/^[\da-f]{12}$/);
    ids.add(id);
  }
  expect(ids.size).toBe(3);
  expect(ids).not.toContain(FORGED["x-request-id"]);
});

test("a door names the request too, also when it refuses", async ({ request }) => {
  const headers = { ...FORGED, accept: "application/json", "sec-fetch-site": "cross-site" };
  const response = await request.post("/registro/crear", { headers });
  expect(response.status()).toBe(403);
  expect(response.headers()["x-request-id"]).toMatch(/^(?!0{12})[\da-f]{12}$/);
});
