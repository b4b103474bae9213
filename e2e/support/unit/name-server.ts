import { createSocket, type RemoteInfo } from "node:dgram";
import { once } from "node:events";

const HEADER = 12;
const TXT = Buffer.from([0, 16, 0, 1]);
const NXDOMAIN = 3;

/**
 * A name server that knows some TXT records and nothing else; a name with null is never answered.
 * @returns its address, for a resolver
 */
export async function startNameServer(known: Record<string, string[] | null>): Promise<string> {
  const socket = createSocket("udp4");
  socket.on("message", (query: Buffer, { port, address }: RemoteInfo) => {
    const records = known[nameIn(query)];
    if (records !== null) socket.send(answer(query, records), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.unref();
  return `127.0.0.1:${socket.address().port}`;
}

function nameIn(query: Buffer): string {
  const labels: string[] = [];
  for (let at = HEADER; query[at]; at += 1 + (query[at] ?? 0))
    labels.push(query.toString("latin1", at + 1, at + 1 + (query[at] ?? 0)));
  return labels.join(".").toLowerCase();
}

/** RFC 1035 §4.1: the question again, then a record for each text. */
function answer(query: Buffer, records: string[] | undefined): Buffer {
  const question = query.subarray(HEADER, query.indexOf(0, HEADER) + 5);
  const header = Buffer.alloc(HEADER);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (records ? 0 : NXDOMAIN), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records?.length ?? 0, 6);
  return Buffer.concat([header, question, ...(records ?? []).map(recordOf)]);
}

function recordOf(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [""];
  const data = Buffer.concat(
    parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])),
  );
  const length = Buffer.from([data.length >> 8, data.length & 0xff]);
  return Buffer.concat([
    Buffer.from([0xc0, HEADER]),
    TXT,
    Buffer.from([0, 0, 0, 60]),
    length,
    data,
  ]);
}
