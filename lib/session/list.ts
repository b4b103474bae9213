import { db } from "../database/client";
import { IS_OPEN } from "./is-open";
import type { SessionMethod } from "./start";

export type OpenSession = {
  id: string;
  method: SessionMethod;
  device: string;
  network: string | null;
  place: string | null;
  createdAt: Date;
  lastUsedAt: Date;
};

export function openSessionsOf(userId: string): Promise<OpenSession[]> {
  return db().$queryRaw<OpenSession[]>`
    select id, method, device, network, place, "createdAt", "lastUsedAt" from "Session"
    where "userId" = ${userId}::uuid and ${IS_OPEN}
    order by "lastUsedAt" desc, id`;
}
