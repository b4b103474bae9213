import { singleton } from "../singleton";

/**
 * Whether this process keeps connections to the mail server: one that serves, and is not frozen in between. Apart, since
 * who says so should not load what sends mail.
 */
export const keeping = singleton("mail-keeping", () => ({
  wanted: false,
  end: (): void => undefined,
}));
