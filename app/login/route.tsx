import { redirect } from "next/navigation";
import { Login } from "@/components/auth/login";
import { currentUser, sessionEnded } from "@/lib/http/current-user";
import { callbackUrlOf, lastMethod } from "@/lib/http/page";
import { page } from "../page-route";

/** The three ways in. */
export const { GET, POST, PUT, PATCH, DELETE } = page(
  "/login",
  async ({ query, request, shown }) => {
    const callbackUrl = callbackUrlOf(query);
    const user = await currentUser();
    if (user && query.error === undefined) redirect(callbackUrl ?? "/cuenta");

    const { notice, fields } = shown.answer;
    const ended = notice === null && fields.email === undefined && (await sessionEnded());
    return <Login callbackUrl={callbackUrl} last={lastMethod(request)} ended={ended} />;
  },
);
