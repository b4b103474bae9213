import { redirect } from "next/navigation";
import { currentUser } from "@/lib/http/current-user";
import { page } from "./page-route";

/** Home is the account, or the way to it. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/", async () => {
  redirect((await currentUser()) ? "/cuenta" : "/login");
});
