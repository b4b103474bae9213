import { recordActivity } from "../activity/record";
import { exportUser } from "../user/profile";
import { forReauthenticatedUser } from "./for-user";

/** Where a person who had to prove themselves first goes on: at the button. */
const PAGE = "/cuenta#datos";

/** POST /cuenta/datos: one's own data as a JSON file, after a fresh proof; the activity says that it was taken. */
export const downloadOwnData = forReauthenticatedUser(PAGE, async (context, user) => {
  const { id: userId, address } = user;
  await recordActivity({ event: "data-downloaded", address, userId, client: context.client });
  const content = JSON.stringify(await exportUser(user), null, 2);
  return { ok: true, url: "/cuenta", file: { name: "alegra-mis-datos.json", content } };
});
