import Credentials from "next-auth/providers/credentials";
import { defaultOf } from "./default-of";
import type { Way } from "./run";

/**
 * A provider whose step opens the session by itself. A run without that step has none of them: nobody begins with one, and what
 * next-auth lists is without them.
 * @param id of its address, `callback/<id>`
 */
export function entering(id: string): Way["provider"] {
  return (run) => {
    const { enter } = run.steps;
    if (!enter) return null;
    return defaultOf(Credentials)({
      id,
      credentials: {},
      authorize: async () => {
        const entered = await enter();
        if (!entered) return null;
        run.admitted = entered.user;
        run.session = entered.session;
        return { id: entered.user.id };
      },
    });
  };
}
