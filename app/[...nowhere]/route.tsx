import { AuthShell } from "@/components/auth/auth-shell";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";
import { messages } from "@/lib/messages/messages";
import { page } from "../page-route";

/** Any address that nothing else answers. */
export const { GET, POST, PUT, PATCH, DELETE } = page(null, async () => {
  const say = messages().pages.notFound;
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
});
