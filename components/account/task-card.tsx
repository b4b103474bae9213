import type { ReactNode } from "react";
import { BackLink } from "../ui/heading";

/** A page of the account that does one thing: the way back, and the thing. */
export function TaskCard({ back, children }: { back: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[520px]">
      <BackLink href="/cuenta">{back}</BackLink>
      <div className="rounded-card border border-line bg-surface px-5 py-6 shadow-1 sm:px-10 sm:py-9">
        {children}
      </div>
    </div>
  );
}
