import type { Database } from "@/testing/database";

/** What a campaign is led against; its process believes one proxy (`TRUSTED_PROXY_HOPS=1`), which we are. */
export type Target = {
  /** of this machine, where the process listens */
  port: number;
  /** the public origin, which names the cookies */
  origin: string;
  issuer: string;
  database: Database;
  /** what the process has printed since it was asked last */
  printed: () => string;
  /** empties the inbox */
  emptyInbox: () => Promise<unknown>;
};
