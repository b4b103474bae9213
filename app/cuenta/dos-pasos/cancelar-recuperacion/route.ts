import { endpoint } from "@/lib/http/endpoint";
import { forUser } from "@/lib/http/for-user";
import { messages } from "@/lib/messages/messages";
import { callOffOwn } from "@/lib/second-step/call-off";

const PAGE = "/cuenta";

/** The user calls off a recovery that was asked for without the phone. No fresh proof: it only makes the account safer. */
const callOff = forUser(PAGE, async (context, user) => {
  const { recoveryCancelled, recoveryOver } = messages().replies;
  const calledOff = await callOffOwn(user, context.client);
  return { ok: true, url: PAGE, notice: calledOff ? recoveryCancelled : recoveryOver };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(callOff);
