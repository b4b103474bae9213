import { redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { LinkOpener, WhileOpening } from "@/components/auth/link-opener";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { BRAND } from "@/lib/config/brand";
import { currentUser } from "@/lib/http/current-user";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import { type Link, peekLink } from "@/lib/http/peek-link";
import type { Messages } from "@/lib/messages/catalogue";
import { originIn } from "@/lib/messages/origin";
import { DeadMagicLink } from "../../dead-magic-link";
import { tokenOf, type WithQuery } from "../../query";

type Valid = Extract<Link, { state: "valid" }>;

/** Where the mail's link lands. Looking at it changes nothing; only the form's POST uses it. */
export default async function LinkPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const link = await peekLink(tokenOf(query), "magic-link");
  const answer = await formState("/login/link", query.error);

  if (link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    return <DeadMagicLink link={link} answer={answer} />;
  }

  const said = await pageMessages();
  const say = said.pages.link;
  const form = (
    <LiveForm action="/api/auth/callback/email" className="mt-5">
      <Hidden values={{ csrfToken: await csrfToken(), token: link.token }} />
      <Button busy={say.opening}>{say.submit}</Button>
    </LiveForm>
  );
  return link.sameBrowser ? (
    <AuthShell title={say.title} answer={answer}>
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
    <AuthShell title={say.title} answer={answer}>
      <Heading lead={say.lead}>{say.title}</Heading>
      <Banners />
      <AccountCard address={link.address} name={link.name} />
      {form}
      <AskedFrom link={originIn(link, said)} say={say} />
      <TokenStripper />
    </AuthShell>
  );
}

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
