/** How bad it is: a note asks for nothing now, a warning works but should not stay, broken keeps people out. */
export type Gravity = "ok" | "note" | "warning" | "broken";

/** One line of the doctor's: what was checked, what it found, and what to do. */
export type Finding = Readonly<{
  check: string;
  gravity: Gravity;
  says: string;
  /** what to do; null when there is nothing */
  todo: string | null;
}>;

/** Makes the findings of one check. */
export function findingsOf(check: string) {
  return {
    ok: (says: string): Finding => ({ check, gravity: "ok", says, todo: null }),
    note: (says: string, todo: string): Finding => ({ check, gravity: "note", says, todo }),
    warning: (says: string, todo: string): Finding => ({ check, gravity: "warning", says, todo }),
    broken: (says: string, todo: string): Finding => ({ check, gravity: "broken", says, todo }),
  };
}
