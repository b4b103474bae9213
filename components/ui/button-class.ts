const kinds = {
  primary:
    "border-transparent bg-action text-on-action shadow-button hover:bg-action-hover active:bg-action-active",
  secondary:
    "border-ctl bg-surface text-ink shadow-1 hover:border-ctl-hover hover:bg-raised [&_svg]:text-link",
  google:
    "border-google-line bg-google-bg text-google-ink shadow-1 hover:bg-[color-mix(in_oklab,var(--google-ink)_5%,var(--google-bg))]",
  text: "border-transparent text-link hover:bg-brand-soft",
  danger: "border-danger-ctl bg-surface text-danger hover:bg-danger-bg",
};
const sizes = {
  full: "min-h-12 w-full px-4.5 py-2.5 text-button laptop:min-h-11 laptop:px-3 laptop:py-2",
  small: "min-h-11 whitespace-nowrap px-3.5 py-2 text-label font-[650]",
};

export type ButtonKind = keyof typeof kinds;
export type ButtonSize = keyof typeof sizes;

/** The classes of a button, for `<button>` and for links that look like one. */
export function buttonClass(kind: ButtonKind, size: ButtonSize = "full"): string {
  return [
    "flex items-center justify-center gap-2.5 print:hidden rounded-ctl border text-center",
    "motion-safe:transition-[background-color,border-color,box-shadow,transform] motion-safe:duration-120 motion-safe:ease-calm motion-safe:active:translate-y-px",
    "disabled:cursor-not-allowed disabled:border-transparent disabled:bg-dis-bg disabled:text-dis-ink disabled:shadow-none disabled:active:translate-y-0",
    "aria-disabled:cursor-default",
    sizes[size],
    kinds[kind],
  ].join(" ");
}
