import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FORM, formClass } from "@/components/ui/form-class";
import { BackLink, Heading } from "@/components/ui/heading";
import { Switch, TextLink } from "@/components/ui/links";
import { LiveForm } from "@/components/ui/live-form";
import { pendingSignIn } from "@/lib/http/pending-sign-in";
import { messages } from "@/lib/messages/messages";
import { page } from "../../../page-route";

/** The second step of a sign-in without the app: a recovery code. */
export const { GET, POST, PUT, PATCH, DELETE } = page(
  "/login/dos-pasos/codigo",
  async ({ request }) => {
    if (!(await pendingSignIn(request))) redirect("/login");
    const { secondStep: say, replies } = messages();
    return (
      <AuthShell title={say.codeTitle} form={FORM}>
        <BackLink href="/login/dos-pasos">{say.byApp}</BackLink>
        <Heading lead={say.codeLead}>{say.codeTitle}</Heading>
        <Banners />
        <LiveForm
          id={FORM}
          action="/api/auth/callback/second-step"
          focusFirst
          className={formClass}
        >
          <Field
            name="recoveryCode"
            label={say.codeLabel}
            missing={replies.recoveryCodeMissing}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
          />
          <Button busy={say.busy}>{say.submit}</Button>
        </LiveForm>
        <Switch>
          <TextLink href="/login/dos-pasos/recuperar">{say.lost}</TextLink>
        </Switch>
      </AuthShell>
    );
  },
);
