import { AskForLink } from "@/components/auth/ask-for-link";
import { callbackUrlOf } from "@/lib/http/page";
import { page } from "../../page-route";

/** Where a magic link is asked for. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/login/correo", async ({ query }) => (
  <AskForLink callbackUrl={callbackUrlOf(query)} />
));
