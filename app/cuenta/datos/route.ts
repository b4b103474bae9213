import { recordActivity } from "@/lib/activity/record";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser } from "@/lib/http/for-user";
import { exportUser } from "@/lib/user/export";

/** One's own data as a JSON file; the activity says that it was taken. */
const download = forReauthenticatedUser("/cuenta#datos", async (context, user) => {
  const { id: userId, address } = user;
  await recordActivity({ event: "data-downloaded", address, userId, client: context.client });
  const content = JSON.stringify(await exportUser(user), null, 2);
  return { ok: true, url: "/cuenta", file: { name: "mis-datos.json", content } };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(download);
