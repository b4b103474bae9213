/** An open envelope with a link in it. */
export function EnvelopeArt() {
  return (
    <svg
      width="112"
      height="88"
      viewBox="0 0 112 88"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      className="shrink-0 laptop:hidden"
    >
      <path
        className="fill-brand-soft stroke-link"
        d="M18 38 50.5 14.5a6 6 0 0 1 7 0L90 38v36a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6V38Z"
      />
      <rect className="fill-raised stroke-brand" x="28" y="18" width="52" height="48" rx="6" />
      <path
        className="fill-none stroke-brand"
        strokeWidth="2.6"
        d="M40 36a6 6 0 0 1 6-6h4m18 6a6 6 0 0 0-6-6h-4m-18 6a6 6 0 0 0 6 6h4m18-6a6 6 0 0 1-6 6h-4M49 36h10"
      />
      <path
        className="fill-surface stroke-link"
        d="M18 40.5 48.8 60.2a9.6 9.6 0 0 0 10.4 0L90 40.5V74a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6V40.5Z"
      />
      <path
        className="fill-brand"
        d="M98 10c.6 4.2 1.8 5.4 6 6-4.2.6-5.4 1.8-6 6-.6-4.2-1.8-5.4-6-6 4.2-.6 5.4-1.8 6-6ZM10 20c.4 2.8 1.2 3.6 4 4-2.8.4-3.6 1.2-4 4-.4-2.8-1.2-3.6-4-4 2.8-.4 3.6-1.2 4-4ZM100 30c.3 2 .9 2.7 3 3-2.1.3-2.7 1-3 3-.3-2-.9-2.7-3-3 2.1-.3 2.7-1 3-3Z"
      />
    </svg>
  );
}
