const tones = {
  ok: "border-ok-line bg-ok-bg text-ok",
  brand: "border-brand-line bg-brand-soft text-brand-ink",
};

/** A small mark: `Confirmado`, `Activo`, `Esta sesión`. */
export function Tag({ children, tone = "ok" }: { children: string; tone?: keyof typeof tones }) {
  return (
    <span
      className={`inline-block rounded-full border px-2 text-tag whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
