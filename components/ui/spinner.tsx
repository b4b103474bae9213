/** Turns while something is under way; in steps for who asked for less motion. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-5 shrink-0 animate-turn rounded-full border-[2.5px] border-current/30 border-t-current motion-reduce:animate-turn-calm"
    />
  );
}
