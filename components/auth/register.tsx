import { site } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { withQuery } from "@/lib/routes";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { AddressField } from "../ui/email-field";
import { FORM, formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { Or, Switch, TextLink } from "../ui/links";
import { LiveForm } from "../ui/live-form";
import { NameField } from "../ui/name-field";
import { PasswordField } from "../ui/password-field";
import { Sentence } from "../ui/sentence";
import { Tag } from "../ui/tag";
import { TokenStripper } from "../ui/token-stripper";
import { AuthShell } from "./auth-shell";
import { GoogleForm } from "./other-ways";
import { Terms } from "./terms";

/** Creates an account. @param link of a mail, by which the address is proved already */
export function Register({
  callbackUrl = null,
  link = null,
}: {
  callbackUrl?: string | null;
  link?: { token: string; address: string } | null;
}) {
  const { hasGoogle, termsUrl, privacyUrl } = site();
  const { pages, ways } = messages();
  const say = pages.register;
  return (
    <AuthShell title={say.title} form={FORM}>
      <Heading lead={link ? undefined : say.lead}>{say.title}</Heading>
      <Banners />
      <LiveForm id={FORM} action="/registro/crear" focusFirst className={formClass}>
        <Hidden values={{ callbackUrl, token: link?.token ?? null }} />
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
      {hasGoogle && !link && (
        <>
          <Or>{ways.or}</Or>
          <GoogleForm callbackUrl={callbackUrl}>{ways.google}</GoogleForm>
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
