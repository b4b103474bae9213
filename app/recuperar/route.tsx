import { Recover } from "@/components/auth/recover";
import { page } from "../page-route";

/** A forgotten password. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/recuperar", async () => <Recover />);
