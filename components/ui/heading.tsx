import type { ReactNode } from "react";
import { EnvelopeArt } from "./envelope-art";
import { Icon, type IconName } from "./icon";

/** A page's only h1, its lead, and what is drawn above or beside them. */
export function Heading({
  children,
  lead,
  glyph,
  tone = "brand",
  envelope = false,
}: {
  children: ReactNode;
  lead?: ReactNode;
  glyph?: IconName;
  tone?: "brand" | "warn";
  envelope?: boolean;
}) {
  const h1 = <h1 className="min-w-0 text-h1 wrap-anywhere lg:text-h1-lg">{children}</h1>;
  return (
    <>
      {glyph && <Glyph name={glyph} tone={tone} />}
      {envelope ? (
        <div className="flex items-end justify-between gap-3 [&>h1]:pb-0.5">
          {h1}
          <EnvelopeArt />
        </div>
      ) : (
        h1
      )}
      {lead && <p className="mt-1.5 text-fact text-muted sm:text-base">{lead}</p>}
    </>
  );
}

const tones = {
  brand: "border-brand-line bg-brand-soft text-link",
  warn: "border-warn-line bg-warn-bg text-warn",
};

function Glyph({ name, tone }: { name: IconName; tone: keyof typeof tones }) {
  return (
    <div
      className={`mb-5 grid size-16 place-items-center rounded-[20px] border ${tones[tone]}`}
      aria-hidden="true"
    >
      <Icon name={name} className="size-7.5 stroke-[1.6]" />
    </div>
  );
}

/** The way back to the sign-in page, above a heading. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="way-back mb-3 print:hidden laptop:mb-0">
      <a
        href={href}
        className="-ml-1 inline-flex min-h-11 items-center gap-1.5 px-1 text-small font-semibold text-link underline-offset-3 hover:underline"
      >
        <Icon name="back" className="size-4.5" />
        <span>{children}</span>
      </a>
    </p>
  );
}

/** An address inside a sentence: it may be longer than the line. */
export function Address({ children }: { children: string }) {
  // what stands in between may hide an address from robots: the page takes it as it came
  return <b className="wrap-anywhere">{children}</b>;
}
