import type { ReactElement } from "react";
import type { DocumentRequest } from "@/lib/http/documents";
import { nobodys, withPage } from "@/lib/http/shown";
import { withReader } from "@/lib/messages/reader";
import { AskForLink } from "../auth/ask-for-link";
import { Login } from "../auth/login";
import { Recover } from "../auth/recover";
import { Register } from "../auth/register";
import { render } from "./render";

const PAGES = {
  "/login": (last) => <Login last={last} />,
  "/login/correo": () => <AskForLink />,
  "/registro": () => <Register />,
  "/recuperar": () => <Recover />,
} satisfies Record<DocumentRequest["path"], (last: DocumentRequest["last"]) => ReactElement>;

/** A page that is the same for everybody who asks for it like this, as HTML. */
export function renderDocument({ path, language, last }: DocumentRequest): Promise<string> {
  return withReader({ language, timeZone: null }, () =>
    withPage(nobodys(path), () => render(PAGES[path](last))),
  );
}
