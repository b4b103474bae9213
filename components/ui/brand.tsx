import { BRAND } from "@/lib/config/brand";
import { messages } from "@/lib/messages/messages";

/** The mark and the name. */
export function Brand({ href = "/login", size = 32 }: { href?: string; size?: number }) {
  return (
    <a
      href={href}
      aria-label={messages().screen.shell.home}
      className="inline-flex min-h-11 items-center gap-2.5 text-2xl leading-none font-[750] tracking-[-0.035em] text-ink"
    >
      <svg width={size} height={size} aria-hidden="true">
        <image href="/icon.svg" width={size} height={size} />
      </svg>
      <span>{BRAND.name}</span>
    </a>
  );
}
