const sizes = {
  small: "size-9 text-label",
  medium: "size-11 text-lg",
  large: "size-13 text-2xl sm:size-15",
};

/** The first letter of a name or an address. */
export function Avatar({ of, size = "medium" }: { of: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-full bg-avatar font-bold text-white ${sizes[size]}`}
    >
      {[...of.trim()][0]?.toLocaleUpperCase("es") ?? ""}
    </span>
  );
}
