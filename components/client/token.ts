/** A form without fields leaves a bare `?` behind its address. */
export function stripMark(): void {
  const { href } = location;
  if (href.endsWith("?")) history.replaceState(history.state, "", href.slice(0, -1));
}

/** Takes the token out of the address bar and of this entry of the history; the form of the page holds it from then on. */
export function stripToken(): void {
  const url = new URL(location.href);
  for (const name of ["token", "amp;token"]) url.searchParams.delete(name);
  history.replaceState(history.state, "", url.pathname + url.search);
}
