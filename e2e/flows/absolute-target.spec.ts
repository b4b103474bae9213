import { exchange } from "../fuzz/wire";
import { expect, test } from "../support/fixtures";

// A request may name its whole address (RFC 9112 §3.2.2), as it goes to a proxy.

test("the whole address of our own origin is taken", async ({ lab }) => {
  const { host, port } = new URL(lab.app);
  const send = async (target: string, method = "GET") => {
    const bytes = Buffer.from(
      `${method} ${target} HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\naccept: text/html\r\n\r\n`,
    );
    const answer = await exchange({ port: Number(port), bytes, patience: 10_000 });
    return { ...answer, header: new Map(answer.headers) };
  };
  for (const target of [`http://${host}/login`, `HTTP://LOCALHOST:${port}/login?x=1`]) {
    const { status, body } = await send(target);
    expect([target, status, body.includes("Ingresar")]).toEqual([target, 200, true]);
  }
  for (const target of [`http://${host}`, `http://${host}?x=1`, `http://${host}/`]) {
    const { status, header } = await send(target);
    expect([target, status, header.get("location")]).toEqual([target, 307, "/login"]);
  }
  for (const target of [
    "http://evil.example/login",
    `https://${host}/login`,
    `http://localhost:${Number(port) + 1000}/login`,
    `http://user:pass@${host}/login`,
    `http://user@${host}/login`,
    `http://evil.example@${host}/login`,
    `http://${host}\\@evil.example/login`,
    `http://${host}//evil.example`,
    `http://${host}/%`,
    `http:///login`,
    `http:/login`,
    `ftp://${host}/login`,
    `localhost:${port}`,
    "*",
  ]) {
    const { status, body } = await send(target);
    expect([target, status, /\.$/.test(body)]).toEqual([target, 400, true]);
  }
  expect((await send(`http://${host}/login`, "POST")).status).toBe(405);
  expect((await send(`http://${host}/nada`, "OPTIONS")).status).toBe(404);
});
