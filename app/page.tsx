import { redirect } from "next/navigation";
import { currentUser } from "@/lib/http/current-user";

/** Home is the account, or the way to it. */
export default async function Home() {
  redirect((await currentUser()) ? "/cuenta" : "/login");
}
