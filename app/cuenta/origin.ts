import { shownSubnet } from "@/lib/ip";
import type { Messages } from "@/lib/messages/catalogue";
import { originIn } from "@/lib/messages/origin";

type Row = { device: string | null; place: string | null; network: string | null };

/** A row in the reader's words, and where it came from, as far as it is known. */
export function withOrigin<T extends Row>(row: T, said: Messages): T & { where: string | null } {
  const told = originIn(row, said);
  const near = row.network && shownSubnet(row.network);
  return { ...told, where: told.place ?? (near ? said.account.near(near) : null) };
}
