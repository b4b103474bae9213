import { redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink, DeadLinkToPage } from "@/components/auth/dead-link";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { type PeekedChange, peekEmailChange, type ValidChange } from "@/lib/email-change/peek";
import { currentUser } from "@/lib/http/current-user";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { originIn } from "@/lib/messages/origin";
import { detour } from "@/lib/routes";
import { readToken } from "@/lib/token/extract";
import { tokenOf, type WithQuery } from "../../../query";

const [PAGE, ASK] = ["/cuenta/correo/confirmar", "/cuenta/correo"] as const;

/** Where the mail to a new address lands, in whichever browser. Looking at it changes nothing; only the form's POST does. */
export default async function ConfirmEmailPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const token = readToken(tokenOf(query));
  const change = await retryWhenAway(peekEmailChange(token));
  const answer = await formState(PAGE, query.error);
  if (change.state !== "valid") return <Dead change={change} answer={answer} />;

  const said = await pageMessages();
  const say = said.pages.confirmEmail;
  const { user, address, device, place, at } = originIn(change, said);
  return (
    <AuthShell title={say.title} answer={answer}>
      <Heading
        glyph="mail"
        lead={<Sentence of={say.lead} parts={{ address: <Address>{address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <AccountCard address={user.address} name={user.name} />
      <LiveForm action="/cuenta/correo/confirmar/guardar" className="mt-5">
        <Hidden values={{ csrfToken: await csrfToken(), token }} />
        <Button busy={say.busy}>{say.submit}</Button>
      </LiveForm>
      <Facts>
        <Fact icon="laptop">
          <Sentence
            of={say.asked(device, place)}
            parts={{ when: <LocalTime iso={at.toISOString()} shape="dayAndHour" /> }}
          />
        </Fact>
        <Fact icon="shield">{say.notYours}</Fact>
      </Facts>
      <TokenStripper />
    </AuthShell>
  );
}

async function Dead({
  change,
  answer,
}: {
  change: Exclude<PeekedChange, ValidChange>;
  answer: Awaited<ReturnType<typeof formState>>;
}) {
  const user = await currentUser();
  const { state, address } = change;
  if (state === "used" && user?.address === address) redirect("/cuenta");
  const { deadLinks, pages } = await pageMessages();
  const isTaken = state === "taken";
  const dead = {
    ...(isTaken ? pages.emailTaken : deadLinks["email-change"][state]),
    say: pages.deadLink,
    state: isTaken ? "ended" : state,
  } as const;
  const button = pages.confirmEmail.again;
  return (
    <AuthShell title={dead.title} answer={answer}>
      {user && !isTaken ? (
        <DeadLink
          {...dead}
          action="/cuenta/correo/enviar"
          button={button}
          csrfToken={await csrfToken()}
          address={address}
          other={{ href: "/cuenta", text: pages.deadLink.account }}
        />
      ) : (
        <DeadLinkToPage
          {...dead}
          next={{ href: user ? ASK : detour("/login", ASK), text: button }}
        />
      )}
      <TokenStripper />
    </AuthShell>
  );
}
