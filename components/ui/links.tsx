import type { ReactNode } from "react";

const linkClass =
  "tap font-semibold text-link decoration-[1.5px] underline-offset-3 hover:underline";

/** A link inside a sentence. `carry` takes the typed address along to the next page. */
export function TextLink({
  href,
  children,
  className = "",
  carry = false,
}: {
  href: string;
  children: ReactNode;
  className?: string;
  carry?: boolean;
}) {
  return (
    <a href={href} data-carry={carry || undefined} className={`${linkClass} ${className}`}>
      {children}
    </a>
  );
}

/** The last line under a form: the other page one may have wanted. */
export function Switch({ children }: { children: ReactNode }) {
  return (
    <p className="mt-4.5 text-center text-small text-muted sm:mt-5.5 short:mt-4 laptop:mt-3">
      {children}
    </p>
  );
}

/** A rule with a word in it. */
export function Or({ children }: { children: string }) {
  return (
    <div className="my-4 flex print:hidden items-center gap-3.5 text-small leading-4 text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line sm:my-5 short:my-4 laptop:my-3">
      <span>{children}</span>
    </div>
  );
}
