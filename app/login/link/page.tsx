import { redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { LinkOpener, WhileOpening } from "@/components/auth/link-opener";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LocalTime } from "@/components/ui/local-time";
import { Notices } from "@/components/ui/notices";
import { currentUser } from "@/lib/http/current-user";
import { csrfToken, formState } from "@/lib/http/page";
import { type Link, peekLink } from "@/lib/http/peek-link";
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

  const form = (
    <LiveForm action="/api/auth/callback/email" className="mt-5">
      <Hidden values={{ csrfToken: await csrfToken(), token: link.token }} />
      <Button busy="Ingresando…">Ingresar</Button>
    </LiveForm>
  );
  return link.sameBrowser ? (
    <AuthShell title="Confirma que eres tú" answer={answer}>
      <LinkOpener title="Ingresando… · Alegra">
        <Heading
          lead={
            <WhileOpening
              said="Abrimos tu cuenta:"
              otherwise="Este link mágico abre la cuenta de:"
            />
          }
        >
          <WhileOpening said="Ingresando…" otherwise="Confirma que eres tú" />
        </Heading>
        <Notices />
        <AccountCard address={link.address} name={link.name} />
        {form}
      </LinkOpener>
    </AuthShell>
  ) : (
    <AuthShell title="Confirma que eres tú" answer={answer}>
      <Heading lead="Este link mágico abre la cuenta de:">Confirma que eres tú</Heading>
      <Notices />
      <AccountCard address={link.address} name={link.name} />
      {form}
      <AskedFrom link={link} />
      <TokenStripper />
    </AuthShell>
  );
}

function AskedFrom({ link }: { link: Valid }) {
  return (
    <Facts>
      <Fact icon="laptop">
        <span>{"Lo pidieron "}</span>
        <LocalTime iso={link.requestedAt.toISOString()} shape="dayAndHour" />
        <span>
          {` desde ${link.device}${link.place ? `, en ${link.place}` : ""}. Te preguntamos porque este navegador es otro.`}
        </span>
      </Fact>
      <Fact icon="shield">
        ¿No es tu cuenta o no lo pediste? Cierra esta página y no compartas el link.
      </Fact>
    </Facts>
  );
}
