/** What creating an account agrees to; nothing where there is nothing to read. */
export function Terms({
  termsUrl,
  privacyUrl,
}: {
  termsUrl: string | null;
  privacyUrl: string | null;
}) {
  const pages = [
    termsUrl && (["los términos", termsUrl] as const),
    privacyUrl && (["la política de privacidad", privacyUrl] as const),
  ].filter((page) => page !== null && page !== "");
  if (pages.length === 0) return null;
  return (
    <p className="text-note text-muted">
      <span>{"Al crear tu cuenta aceptas "}</span>
      {pages.map(([text, href], index) => (
        <span key={href}>
          {index > 0 && <span>{" y "}</span>}
          <a href={href} rel="noopener noreferrer" className="font-semibold text-link underline">
            {text}
          </a>
        </span>
      ))}
      <span>.</span>
    </p>
  );
}
