/** A box that may be ticked; the whole line is its target. */
export function Tick({ name, children }: { name: string; children: string }) {
  return (
    <label className="flex min-h-11 items-center gap-2.5 text-fact">
      <input type="checkbox" name={name} className="size-4.5 shrink-0 accent-action" />
      <span>{children}</span>
    </label>
  );
}
