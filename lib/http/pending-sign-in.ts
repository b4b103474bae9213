import type { NextRequest } from "next/server";
import { type PendingSignIn, peekPending } from "../second-step/pending";
import { cookieName } from "./cookies";

/** What waits for its second step in the browser that asks; null where nothing does. */
export const pendingSignIn = ({ cookies }: NextRequest): Promise<PendingSignIn | null> =>
  peekPending(cookies.get(cookieName("pending"))?.value);
