// Runs in a page before anything of its own, and notes when its form is usable; see phone.ts.
const ran = new Set();
for (const what of ["load", "error"])
  document.addEventListener(what, ({ target }) => ran.add(target), true);

function look() {
  const field = document.querySelector("input:not([type=hidden])");
  const usable =
    document.readyState !== "loading" &&
    performance.getEntriesByName("first-contentful-paint").length > 0 &&
    [...document.scripts].every((one) => !one.src || one.noModule || ran.has(one)) &&
    field?.checkVisibility();
  if (usable) window.usableAfter = performance.now();
  else requestIdleCallback(look, { timeout: 50 });
}
requestIdleCallback(look);
