import { redirect } from "next/navigation";
import { AuthShell } from "@/components/auth/auth-shell";
import { Banners } from "@/components/ui/banners";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Fact, Facts } from "@/components/ui/facts";
import { Address, BackLink, Heading } from "@/components/ui/heading";
import { LiveForm } from "@/components/ui/live-form";
import { LocalTime } from "@/components/ui/local-time";
import { Sentence } from "@/components/ui/sentence";
import { pendingSignIn } from "@/lib/http/pending-sign-in";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { lostPhoneOf } from "@/lib/second-step/lost-phone";
import { page } from "../../../page-route";

/** For users who lost their phone: a recovery code, or else the second step goes off after a day. */
export const { GET, POST, PUT, PATCH, DELETE } = page(
  "/login/dos-pasos/recuperar",
  async ({ request }) => {
    const pending = await pendingSignIn(request);
    if (!pending) redirect("/login");
    const { lostPhone: say, secondStep } = messages();
    const due = await retryWhenAway(lostPhoneOf(pending.user.id));
    const address = <Address>{pending.user.address}</Address>;
    if (due) {
      const when = <LocalTime iso={due.toISOString()} shape="dayAndHour" last />;
      return (
        <AuthShell title={say.asked.title}>
          <BackLink href="/login/dos-pasos">{secondStep.byApp}</BackLink>
          <Heading glyph="clock" lead={<Sentence of={say.asked.lead} parts={{ address, when }} />}>
            {say.asked.title}
          </Heading>
          <Banners />
          <Facts>
            <Fact icon="key">{say.asked.next}</Fact>
            <Fact icon="mail">{say.told}</Fact>
            <Fact icon="shield">{say.calledOff}</Fact>
            <Fact icon="leave">{say.after}</Fact>
          </Facts>
          <a href="/login" className={`mt-6 ${buttonClass("secondary")}`}>
            {say.asked.leave}
          </a>
        </AuthShell>
      );
    }
    return (
      <AuthShell title={say.title}>
        <BackLink href="/login/dos-pasos">{secondStep.byApp}</BackLink>
        <Heading lead={say.lead}>{say.title}</Heading>
        <Banners />
        <a href="/login/dos-pasos/codigo" className={`mt-6 ${buttonClass("primary")}`}>
          {secondStep.byCode}
        </a>
        <p className="mt-7 text-fact text-pretty laptop:mt-5">
          <Sentence of={say.ask} parts={{ address }} />
        </p>
        <Facts>
          <Fact icon="clock">{say.waits}</Fact>
          <Fact icon="mail">{say.told}</Fact>
          <Fact icon="shield">{say.calledOff}</Fact>
          <Fact icon="leave">{say.after}</Fact>
        </Facts>
        <LiveForm
          action="/login/dos-pasos/recuperar/pedir"
          sentBy="browser"
          className="mt-6 laptop:mt-4"
        >
          <Button kind="secondary" busy={say.busy}>
            {say.submit}
          </Button>
        </LiveForm>
      </AuthShell>
    );
  },
);
