import { Recover } from "@/components/auth/recover";
import { page } from "../page-route";

/** A forgotten password. */
export const { GET } = page("/recuperar", async () => <Recover />);
