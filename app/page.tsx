import { redirect } from "next/navigation";
import { currentPerson } from "@/lib/http/current-user";

/** Home is the account, or the way to it. */
export default async function Home() {
  redirect((await currentPerson()) ? "/cuenta" : "/login");
}
