import { redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { AuthShell } from "@/components/auth/auth-shell";
import { DeadLink, DeadLinkToPage } from "@/components/auth/dead-link";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { LiveForm } from "@/components/ui/live-form";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { TokenStripper } from "@/components/ui/token-stripper";
import { type PeekedChange, peekEmailChange, type ValidChange } from "@/lib/email-change/peek";
import { currentUser, type Person } from "@/lib/http/current-user";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { originIn } from "@/lib/messages/origin";
import { detour } from "@/lib/routes";
import { readToken } from "@/lib/token/extract";
import { page } from "../../../page-route";
import { tokenOf } from "../../../query";

const [PAGE, ASK] = ["/cuenta/correo/confirmar", "/cuenta/correo"] as const;

/** Where the mail to a new address lands, in whichever browser. Looking at it changes nothing; only the form's POST does. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async ({ query }) => {
  const token = readToken(tokenOf(query));
  const change = await retryWhenAway(peekEmailChange(token));
  if (change.state !== "valid") return dead(change, await currentUser());

  const said = messages();
  const say = said.pages.confirmEmail;
  const { user, address, device, place, at } = originIn(change, said);
  return (
    <AuthShell title={say.title}>
      <Heading
        glyph="mail"
        lead={<Sentence of={say.lead} parts={{ address: <Address>{address}</Address> }} />}
      >
        {say.title}
      </Heading>
      <Banners />
      <AccountCard address={user.address} name={user.name} />
      <LiveForm action="/cuenta/correo/confirmar/guardar" className="mt-5">
        <Hidden values={{ token }} />
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
});

function dead({ state, address }: Exclude<PeekedChange, ValidChange>, user: Person | null) {
  if (state === "used" && user?.address === address) redirect("/cuenta");
  const { deadLinks, pages } = messages();
  const isTaken = state === "taken";
  const said = {
    ...(isTaken ? pages.emailTaken : deadLinks["email-change"][state]),
    say: pages.deadLink,
    state: isTaken ? "ended" : state,
  } as const;
  const button = pages.confirmEmail.again;
  return (
    <AuthShell title={said.title}>
      {user && !isTaken ? (
        <DeadLink
          {...said}
          action="/cuenta/correo/enviar"
          button={button}
          address={address}
          other={{ href: "/cuenta", text: pages.deadLink.account }}
        />
      ) : (
        <DeadLinkToPage
          {...said}
          next={{ href: user ? ASK : detour("/login", ASK), text: button }}
        />
      )}
      <TokenStripper />
    </AuthShell>
  );
}
