import type { ReactElement } from "react";

/** A page as HTML, without anything that React needs in a browser. */
export async function render(page: ReactElement): Promise<string> {
  // React's renderer may not be imported outright by what Next bundles as a route
  const { renderToStaticMarkup } = await import("react-dom/server");
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}
