import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Provider } from "oidc-provider";
import {
  BadRequest,
  close,
  listen,
  parseAddress,
  readJson,
  readText,
  refuseOtherSites,
  sendJson,
  sendPage,
} from "../http";
import { FONT_PATH, sendFont } from "../theme";
import { AccountChange, Accounts } from "./accounts";
import { CLIENT } from "./client";
import { DEFAULT_SLOW_MS, DENIED_AFTER_SECONDS, GoogleFault } from "./faults";
import { chooserPage, googleCsp, homePage, signInPage, troublePage } from "./pages";
import { openProvider } from "./provider";
import { asHeard, refusalOf } from "./request";

export type Google = {
  /** The issuer, and the base of the API. */
  url: string;
  clientId: string;
  clientSecret: string;
  stop(): Promise<void>;
};

type State = {
  accounts: Accounts;
  fault: GoogleFault;
  provider: Provider;
  origins: string[];
  csp: string;
};

/**
 * Starts a local Google: an OpenID provider with an account chooser.
 * `origins`: where apps live besides localhost.
 */
export async function startGoogle(port: number, origins: string[] = []): Promise<Google> {
  const url = `http://localhost:${port}`;
  const accounts = new Accounts();
  const state: State = {
    accounts,
    fault: { mode: "none" },
    provider: await openProvider(url, accounts, () => state.fault, origins),
    origins,
    csp: googleCsp(origins),
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: Error) => fail(state, error, response));
  });
  await listen(server, port);
  return {
    url,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    stop: () => close(server),
  };
}

async function answer(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseAddress(request.url);
  if (!url) throw new BadRequest("the address cannot be read");
  if (url.pathname.startsWith("/api/")) return answerApi(state, url, request, response);
  if (url.pathname === FONT_PATH) return sendFont(response);
  if (url.pathname === "/") return sendPage(response, homePage(state.accounts.all()), state.csp);
  const { mode, ms = DEFAULT_SLOW_MS } = state.fault;
  if (mode === "hang") return;
  if (mode === "down") return sendJson(response, { error: "unavailable" }, 503);
  if (mode === "slow") await pause(ms);

  const [, uid, step] = /^\/interaction\/([\w-]+)(?:\/(otra|cancelar))?$/.exec(url.pathname) ?? [];
  if (uid) return interact(state, uid, step, request, response);
  if (url.pathname === "/auth") {
    const posted = request.method === "POST" ? new URLSearchParams(await readText(request)) : null;
    const query = posted ?? url.searchParams;
    const refused = refusalOf(query, state.origins);
    if (refused) {
      const words = `Error ${refused.status}: ${refused.error}. ${refused.detail}`;
      return sendPage(response, troublePage(words), state.csp, refused.status);
    }
    request.method = "GET";
    request.url = `/auth?${asHeard(query)}`;
  }
  // without the cookie of an earlier sign-in the chooser shows every time
  if (url.pathname.startsWith("/auth"))
    request.headers.cookie = withoutVisit(request.headers.cookie);
  await state.provider.callback()(request, response);
}

async function interact(
  { provider, accounts, fault, csp }: State,
  uid: string,
  step: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  const denied = () =>
    provider.interactionFinished(
      request,
      response,
      { error: "access_denied", error_description: "the person refused" },
      { mergeWithLastSubmission: false },
    );
  if (step === "cancelar") return denied();
  if (request.method !== "POST") {
    const deniedAfter = fault.mode === "denied" ? DENIED_AFTER_SECONDS : undefined;
    const page = step === "otra" ? signInPage(uid) : chooserPage(uid, accounts.all(), deniedAfter);
    return sendPage(response, page, csp);
  }
  const fields = new URLSearchParams(await readText(request));
  if (fields.has("cancel") || fault.mode === "denied") return denied();
  const email = fields.get("email") ?? "";
  const account =
    step === "otra"
      ? accounts.enter(email, fields.get("password") ?? "")
      : accounts.find(fields.get("sub") ?? "");
  if (!account) return sendPage(response, signInPage(uid, { email }), csp);
  return provider.interactionFinished(
    request,
    response,
    { login: { accountId: account.sub } },
    { mergeWithLastSubmission: false },
  );
}

async function answerApi(
  state: State,
  { pathname: path, searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  refuseOtherSites(request);
  if (path !== "/api/accounts" && path !== "/api/fault") {
    throw new BadRequest("there is no such address", 404);
  }
  if (request.method === "GET") {
    return sendJson(response, path === "/api/fault" ? state.fault : state.accounts.all());
  }
  if (request.method === "DELETE" && path === "/api/accounts") {
    return sendJson(response, { deleted: state.accounts.remove(searchParams.get("sub") ?? "") });
  }
  if (request.method !== "POST") throw new BadRequest("use GET or POST", 405);
  const body = await readJson(request);
  if (path === "/api/accounts") {
    const change = AccountChange.safeParse(body);
    if (!change.success) throw new BadRequest(wordsOf(change.error));
    return sendJson(response, state.accounts.put(change.data));
  }
  const fault = GoogleFault.safeParse(body);
  if (!fault.success) throw new BadRequest(wordsOf(fault.error));
  state.fault = fault.data;
  sendJson(response, state.fault);
}

function wordsOf({
  issues: [first],
}: {
  issues: { path: PropertyKey[]; message: string }[];
}): string {
  return first ? `${first.path.join(".") || "body"}: ${first.message}` : "not understood";
}

function withoutVisit(cookies: string | undefined): string | undefined {
  return cookies
    ?.split(/;\s*/)
    .filter((cookie) => !cookie.startsWith("lg_visit"))
    .join("; ");
}

function fail({ csp }: State, error: Error, response: ServerResponse): void {
  if (error instanceof BadRequest) {
    sendJson(response, { error: error.message }, error.status);
  } else if (error.name === "SessionNotFound") {
    const words =
      "Este ingreso se interrumpió o venció. Vuelve a la aplicación y empieza de nuevo.";
    sendPage(response, troublePage(words), csp, 400);
  } else {
    sendPage(response, troublePage("Algo falló en el Google local."), csp, 500);
  }
}
