import type { ServerResponse } from "node:http";

/** What an answer varies by is only added to: a page of Next writes its own over ours, which names the language's (RFC 9110 §12.5.5). */
export function keepVary(response: ServerResponse): void {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== "vary") return setHeader.call(response, name, value);
    const said = [response.getHeader(name) ?? [], value].flat().join(",").toLowerCase().split(",");
    const names = new Set(said.map((one) => one.trim()).filter(Boolean));
    return setHeader.call(response, name, [...names].join(", "));
  };
}
