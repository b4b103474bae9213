import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { once as next } from "node:events";
import { afterAll, describe, expect, it } from "vitest";
import { createMxLookup } from "./mx";

const NOERROR = 0;
const SERVFAIL = 2;
const NXDOMAIN = 3;
/** in milliseconds: how long a server that says nothing is waited for, and by when nobody waits any more */
const SHORT = 300;
const IN_TIME = 3000;
type Answer = { code: number; hosts?: [priority: number, host: string][] } | "silence" | "garbage";

const sockets: Socket[] = [];
afterAll(() => {
  for (const socket of sockets) socket.close();
});

describe.concurrent("the mail servers of a domain", () => {
  it("come in the order of their preference, as plain lower-case names", async () => {
    const { lookup } = await resolver({
      code: NOERROR,
      hosts: [
        [20, "ALT1.aspmx.l.google.com"],
        [5, "aspmx.l.google.com"],
      ],
    });
    expect(await lookup("empresa.com.co")).toEqual([
      "aspmx.l.google.com",
      "alt1.aspmx.l.google.com",
    ]);
  });

  it.each<[string, Answer]>([
    ["there is no such domain", { code: NXDOMAIN }],
    ["it has none", { code: NOERROR, hosts: [] }],
    ["the server fails", { code: SERVFAIL }],
    ["the server answers nonsense", "garbage"],
    ["the server never answers", "silence"],
  ])("are none, in time, when %s", async (_, answer) => {
    const { lookup } = await resolver(answer);
    const begun = performance.now();
    expect(await lookup("empresa.com.co")).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(IN_TIME);
  });

  it("are none, in time, when several servers never answer", async () => {
    const silent = await Promise.all(Array.from({ length: 20 }, () => resolver("silence")));
    const lookup = createMxLookup({ servers: silent.map(({ server }) => server), wait: SHORT });
    const begun = performance.now();
    expect(await lookup("empresa.com.co")).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(IN_TIME);
  });

  it("are asked for once, also by many at once and after a failure", async () => {
    for (const answer of [{ code: NOERROR, hosts: [[1, "mx.example.net"]] }, "silence"] as const) {
      const { lookup, asked } = await resolver(answer as Answer);
      const first = await Promise.all([lookup("uno.com.co"), lookup("uno.com.co")]);
      const before = asked.length;
      expect(await lookup("uno.com.co")).toEqual(first[1]);
      expect(asked.length).toBe(before);
      expect(new Set(asked)).toEqual(new Set(["uno.com.co"]));
    }
  });

  it("are asked for under the domain's ASCII name", async () => {
    const { lookup, asked } = await resolver({ code: NXDOMAIN });
    await lookup("compañía.com.co");
    expect(asked[0]).toBe("xn--compaa-7va5a.com.co");
  });

  it.each(["ejemplo.test", "a.example", "example.com", "x.localhost", "mail.local"])(
    "are not asked for where nobody can have any: %s",
    async (domain) => {
      const { lookup, asked } = await resolver({ code: NOERROR, hosts: [[1, "mx.example.net"]] });
      expect(await lookup(domain)).toEqual([]);
      expect(asked).toEqual([]);
    },
  );

  it("are forgotten, the oldest first, so that a thousand domains are kept at most", async () => {
    const { lookup, asked } = await resolver({ code: NXDOMAIN });
    for (let n = 0; n <= 1_000; n += 1) await lookup(`d${n}.com.co`);
    const before = asked.length;
    await lookup("d1000.com.co");
    expect(asked.length).toBe(before);
    await lookup("d0.com.co");
    expect(asked.length).toBe(before + 1);
  });
});

/** A DNS server on the loopback (RFC 1035 §4.1) that gives every question the same answer. */
async function resolver(answer: Answer) {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  sockets.push(socket);
  socket.on("message", (question: Buffer, from: RemoteInfo) => {
    asked.push(nameIn(question));
    if (answer === "silence") return;
    const reply = answer === "garbage" ? Buffer.from("?") : replyTo(question, answer);
    socket.send(reply, from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await next(socket, "listening");
  const server = `127.0.0.1:${socket.address().port}`;
  // an answer may come late where many are asked for at once
  const wait = answer === "silence" ? SHORT : 10 * SHORT;
  return { server, asked, lookup: createMxLookup({ servers: [server], wait }) };
}

function nameIn(question: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1)
    labels.push(question.toString("latin1", at + 1, at + 1 + (question[at] ?? 0)));
  return labels.join(".");
}

function replyTo(question: Buffer, { code, hosts = [] }: Exclude<Answer, string>): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const header = Buffer.from(question.subarray(0, 12));
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(hosts.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, question.subarray(12, end), ...hosts.map(recordOf)]);
}

function recordOf([priority, host]: [number, string]): Buffer {
  const labels = host.split(".").map((label) => String.fromCharCode(label.length) + label);
  const name = Buffer.from(`${labels.join("")}\0`, "latin1");
  const fields = Buffer.alloc(14);
  fields.writeUInt16BE(0xc00c, 0); // the question's name
  fields.writeUInt16BE(15, 2); // MX
  fields.writeUInt16BE(1, 4); // IN
  fields.writeUInt32BE(60, 6);
  fields.writeUInt16BE(name.length + 2, 10);
  fields.writeUInt16BE(priority, 12);
  return Buffer.concat([fields, name]);
}
