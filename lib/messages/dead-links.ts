export type DeadState = "used" | "ended" | "expired" | "unknown";
export type LinkPurpose =
  | "magic-link"
  | "registration"
  | "reset"
  | "email-change"
  | "email-undo"
  | "lost-phone";
export type DeadLinks = Record<LinkPurpose, Record<DeadState, { title: string; lead: string }>>;
