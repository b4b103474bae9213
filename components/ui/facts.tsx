import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** Short sentences with a drawing each. */
export function Facts({ children, tight = false }: { children: ReactNode; tight?: boolean }) {
  return <ul className={`mt-5 grid laptop:mt-3 ${tight ? "gap-2" : "gap-2.5"}`}>{children}</ul>;
}

export function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 text-fact">
      <Icon name={icon} className="mt-px text-link" />
      <span className="text-pretty">{children}</span>
    </li>
  );
}
