import type { ClientInfo } from "@/lib/client-info";
import { SUPPORT } from "@/lib/messages/origin";
import { reader } from "@/lib/messages/reader";

/** Whom the activity of an account names when an operator acted on it. */
export const OPERATOR: ClientInfo = {
  device: SUPPORT,
  ip: null,
  subnet: "unknown",
  place: null,
  browserToken: "",
  trustedTokens: [],
  sessionToken: undefined,
  // asked for late: before the settings are read there is no default language
  get reader() {
    return reader();
  },
};

/** In place of a way in, since no one signed in for this. */
export const BY_OPERATOR = "operator";
