import { redirect } from "next/navigation";
import { Register } from "@/components/auth/register";
import { currentUser } from "@/lib/http/current-user";
import { callbackUrlOf } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { withQuery } from "@/lib/routes";
import { DeadMagicLink } from "../dead-magic-link";
import { page } from "../page-route";
import { tokenOf } from "../query";

/** Creates an account; with the link of a mail to an address without one, that address is proved already. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/registro", async ({ query }) => {
  const callbackUrl = callbackUrlOf(query);
  const token = tokenOf(query);
  const link = token === undefined ? null : await peekLink(token, "magic-link");

  if (link && link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    return <DeadMagicLink link={link} />;
  }
  // an account was made meanwhile: the link is a magic link like any other
  if (link?.hasAccount) redirect(withQuery("/login/link", { token: link.token }));
  return <Register callbackUrl={callbackUrl} link={link} />;
});
