import { linkingReply } from "@/lib/auth/google/linking-reply";
import { startGoogle } from "@/lib/auth/google/start";
import { runAuth } from "@/lib/auth/options";
import { endpoint } from "@/lib/http/endpoint";
import { forReauthenticatedUser } from "@/lib/http/for-user";

const BUTTON = "/cuenta#google";

/** To Google, to come back with a way in. */
const link = forReauthenticatedUser(BUTTON, async (context, user) => {
  const reply = await startGoogle(context, runAuth, user.id);
  return reply.ok || reply.status === 404 ? reply : linkingReply("away");
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(link);
