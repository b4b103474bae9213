import { redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { LinkOpener, WhileOpening } from "@/components/auth/link-opener";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { BRAND } from "@/lib/config/brand";
import { currentUser } from "@/lib/http/current-user";
import { type Link, peekLink } from "@/lib/http/peek-link";
import type { Messages } from "@/lib/messages/catalogue";
import { messages } from "@/lib/messages/messages";
import { originIn } from "@/lib/messages/origin";
import { DeadMagicLink } from "../../dead-magic-link";
import { page } from "../../page-route";
import { tokenOf } from "../../query";

type Valid = Extract<Link, { state: "valid" }>;

/** Where the mail's link lands. Looking at it changes nothing; only the form's POST uses it. */
export const { GET, POST, PUT, PATCH, DELETE } = page("/login/link", async ({ query }) => {
  const link = await peekLink(tokenOf(query), "magic-link");

  if (link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    return <DeadMagicLink link={link} />;
  }

  const said = messages();
  const say = said.pages.link;
  const form = (
    <LiveForm action="/api/auth/callback/email" className="mt-5">
      <Hidden values={{ token: link.token }} />
      <Button busy={say.opening}>{say.submit}</Button>
    </LiveForm>
  );
  return link.sameBrowser ? (
    <AuthShell title={say.title}>
      <LinkOpener title={`${say.opening} · ${BRAND.name}`}>
        <Heading lead={<WhileOpening said={say.openingLead} otherwise={say.lead} />}>
          <WhileOpening said={say.opening} otherwise={say.title} />
        </Heading>
        <Banners />
        <AccountCard address={link.address} name={link.name} />
        {form}
      </LinkOpener>
    </AuthShell>
  ) : (
    <AuthShell title={say.title}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <AccountCard address={link.address} name={link.name} />
      {form}
      <AskedFrom link={originIn(link, said)} say={say} />
      <TokenStripper />
    </AuthShell>
  );
});

function AskedFrom({ link, say }: { link: Valid; say: Messages["pages"]["link"] }) {
  return (
    <Facts>
      <Fact icon="laptop">
        <Sentence
          of={say.asked(link.device, link.place)}
          parts={{ when: <LocalTime iso={link.requestedAt.toISOString()} shape="dayAndHour" /> }}
        />
      </Fact>
      <Fact icon="shield">{say.notYours}</Fact>
    </Facts>
  );
}
