import { AuthShell } from "@/components/auth/auth-shell";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";
import { pageMessages } from "@/lib/http/page";

export default async function NotFound() {
  const say = (await pageMessages()).pages.notFound;
  return (
    <AuthShell title={say.title}>
      <Heading glyph="search" lead={say.lead}>
        {say.title}
      </Heading>
      <a href="/" className={`mt-6 ${buttonClass("primary")}`}>
        {say.home}
      </a>
    </AuthShell>
  );
}
