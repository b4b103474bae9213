import { recordActivity } from "../activity/record";
import { exportAccount } from "../user/profile";
import { forProvedOwner } from "./for-user";

/** Where a person who had to prove themselves first goes on: at the button. */
const PAGE = "/cuenta#datos";

/** POST /cuenta/datos: one's own data as a JSON file, after a fresh proof; the activity says that it was taken. */
export const downloadOwnData = forProvedOwner(PAGE, async (visit, person) => {
  const { id: userId, address } = person;
  await recordActivity({ event: "data-downloaded", address, userId, requester: visit.requester });
  const content = JSON.stringify(await exportAccount(person), null, 2);
  return { ok: true, url: "/cuenta", file: { name: "alegra-mis-datos.json", content } };
});
