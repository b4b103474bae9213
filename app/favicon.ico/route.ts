import { drawn, icon } from "../drawn-icon";

const SIZE = 48;
const HEAD_BYTES = 22;

export const dynamic = "force-static";

/** The icon that is asked for where no page names one. */
export async function GET(): Promise<Response> {
  return icon(icoOf(await drawn(SIZE)), "image/x-icon");
}

/** An ICO of one picture: its directory, its one entry, and the PNG itself, as every browser and Windows since Vista read it. */
function icoOf(png: ArrayBuffer): ArrayBuffer {
  const ico = new Uint8Array(HEAD_BYTES + png.byteLength);
  const head = new DataView(ico.buffer);
  const TYPE_ICON = 1;
  head.setUint16(2, TYPE_ICON, true);
  head.setUint16(4, 1, true);
  head.setUint8(6, SIZE);
  head.setUint8(7, SIZE);
  head.setUint16(10, 1, true);
  head.setUint16(12, 32, true);
  head.setUint32(14, png.byteLength, true);
  head.setUint32(18, HEAD_BYTES, true);
  ico.set(new Uint8Array(png), HEAD_BYTES);
  return ico.buffer;
}
