/**
 * Tells the server this browser's time zone, for hours in mails and in pages without scripts. A browser that has no
 * cookie store tells nothing.
 */
export async function tellZone(): Promise<void> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { zone: name, zoneSeconds } = document.body.dataset;
  if (!timeZone || !name || !("cookieStore" in window)) return;
  try {
    const known = await window.cookieStore.get(name);
    if (known?.value === timeZone) return;
    const expires = Date.now() + Number(zoneSeconds) * 1000;
    await window.cookieStore.set({ name, value: timeZone, expires, sameSite: "lax" });
  } catch {
    // refused cookies: the hours stay in the default zone
  }
}
