import type { Messages } from "@/lib/messages/catalogue";
import { Sentence } from "../ui/sentence";

/** What creating an account agrees to; nothing where there is nothing to read. */
export function Terms({
  say,
  termsUrl,
  privacyUrl,
}: {
  say: Messages["pages"]["register"]["terms"];
  termsUrl: string | null;
  privacyUrl: string | null;
}) {
  const [one, other] = [
    termsUrl && <Page href={termsUrl}>{say.terms}</Page>,
    privacyUrl && <Page href={privacyUrl}>{say.privacy}</Page>,
  ].filter(Boolean);
  if (!one) return null;
  return (
    <p className="text-note text-muted">
      <Sentence of={other ? say.both : say.one} parts={{ one, other }} />
    </p>
  );
}

function Page({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noopener noreferrer" className="font-semibold text-link underline">
      {children}
    </a>
  );
}
