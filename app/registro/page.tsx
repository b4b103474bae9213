import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { GoogleForm } from "@/components/auth/other-ways";
import { Terms } from "@/components/auth/terms";
import { LiveForm } from "@/components/client/live-form";
import { TokenStripper } from "@/components/client/token-stripper";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { AddressField } from "@/components/ui/email-field";
import { FORM, formClass } from "@/components/ui/form-class";
import { Heading } from "@/components/ui/heading";
import { Hidden } from "@/components/ui/hidden";
import { Or, Switch, TextLink } from "@/components/ui/links";
import { NameField } from "@/components/ui/name-field";
import { PasswordField } from "@/components/ui/password-field";
import { Sentence } from "@/components/ui/sentence";
import { Tag } from "@/components/ui/tag";
import { settings } from "@/lib/config/settings";
import { currentUser } from "@/lib/http/current-user";
import { callbackUrlOf, csrfToken, formState, pageMessages } from "@/lib/http/page";
import { peekLink } from "@/lib/http/peek-link";
import { withQuery } from "@/lib/routes";
import { DeadMagicLink } from "../dead-magic-link";
import { tokenOf, type WithQuery } from "../query";

/** Creates an account; with the link of a mail to an address without one, that address is proved already. */
export default async function RegisterPage({ searchParams }: WithQuery) {
  const query = await searchParams;
  const answer = await formState("/registro", query.error);
  const callbackUrl = await callbackUrlOf(searchParams);
  const token = tokenOf(query);
  const link = token === undefined ? null : await peekLink(token, "magic-link");
  const csrf = await csrfToken();

  if (link && link.state !== "valid") {
    const user = await currentUser();
    if (link.state === "used" && user?.address === link.address) redirect("/cuenta");
    return <DeadMagicLink link={link} answer={answer} />;
  }
  // an account was made meanwhile: the link is a magic link like any other
  if (link?.hasAccount) redirect(withQuery("/login/link", { token: link.token }));

  const { google, termsUrl, privacyUrl } = settings();
  const { pages, ways } = await pageMessages();
  const say = pages.register;
  return (
    <AuthShell title={say.title} answer={answer} form={FORM}>
      <Heading lead={link ? undefined : say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/registro/crear" focusFirst className={formClass}>
        <Hidden values={{ csrfToken: csrf, callbackUrl, token: link?.token ?? null }} />
        <div className="grid gap-[inherit] laptop:grid-cols-2 laptop:gap-x-4">
          <NameField />
          {link ? (
            <AddressField
              autoComplete="username"
              value={link.address}
              readOnly
              tag={<Tag>{say.verified}</Tag>}
            />
          ) : (
            <AddressField autoComplete="username" />
          )}
        </div>
        <PasswordField fresh required={!link} note={link ? say.mayStayEmpty : undefined} />
        <Button busy={say.busy}>{say.submit}</Button>
        <Terms say={say.terms} termsUrl={termsUrl} privacyUrl={privacyUrl} />
      </LiveForm>
      {google && !link && (
        <>
          <Or>{ways.or}</Or>
          <GoogleForm csrfToken={csrf} callbackUrl={callbackUrl}>
            {ways.google}
          </GoogleForm>
        </>
      )}
      <Switch>
        <Sentence
          of={say.hasAccount}
          parts={{
            signIn: (
              <TextLink href={withQuery("/login", { callbackUrl })} carry>
                {say.signIn}
              </TextLink>
            ),
          }}
        />
      </Switch>
      {link && <TokenStripper />}
    </AuthShell>
  );
}
