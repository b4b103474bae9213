const KEY = "ingreso:correo";

/** The address typed on the page before, once. Storage may be closed to us: then there is none. */
export function carriedAddress(): string | null {
  try {
    const address = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return address;
  } catch {
    return null;
  }
}

/** Takes the typed address along when another way in is chosen (`data-carry`); never in the address bar. */
export function carryAddress(typed: () => string): void {
  const carry = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || !target.closest("[data-carry]")) return;
    const address = typed().trim();
    try {
      if (address) sessionStorage.setItem(KEY, address);
    } catch {
      // nothing is lost but a convenience
    }
  };
  document.addEventListener("click", carry, true);
}
