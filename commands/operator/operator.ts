import type { ClientInfo } from "@/lib/client-info";

/** Whom the activity of an account names when an operator acted on it. */
export const OPERATOR: ClientInfo = {
  device: "Soporte de Alegra",
  ip: null,
  subnet: "unknown",
  place: null,
  browserToken: "",
};

/** In place of a way in, since no one signed in for this. */
export const BY_OPERATOR = "operator";
