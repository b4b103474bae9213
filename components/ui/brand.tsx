"use client";
import { useMessages } from "../client/messages";

/** The mark and the name: a placeholder of our own, to be swapped here alone. */
export function Brand({ href = "/login", size = 32 }: { href?: string; size?: number }) {
  return (
    <a
      href={href}
      aria-label={useMessages().shell.home}
      className="inline-flex min-h-11 items-center gap-2.5 text-2xl leading-none font-[750] tracking-[-0.035em] text-ink"
    >
      <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
        <rect width="32" height="32" rx="10" className="fill-brand" />
        <g stroke="#fff" strokeWidth="3.4" strokeLinecap="round">
          <path d="M21.5 9.5v13" />
          <circle cx="15" cy="16" r="6.3" />
          <path d="M12.7 16.6c.9 1.5 3.7 1.5 4.6 0" strokeWidth="1.7" />
        </g>
      </svg>
      <span>Alegra</span>
    </a>
  );
}
