import { shown } from "@/lib/http/shown";
import type { Messages } from "@/lib/messages/catalogue";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Fact, Facts } from "../ui/facts";
import { formClass } from "../ui/form-class";
import { Heading } from "../ui/heading";
import { LiveForm } from "../ui/live-form";
import { TotpField } from "../ui/totp-field";
import { QrCode } from "./qr-code";

type Props = { say: Messages["twoSteps"] };

/** What the second step is, while it is off. */
export function SecondStepOff({ say }: Props) {
  return (
    <>
      <Heading glyph="phone" lead={say.lead}>
        {say.title}
      </Heading>
      <Banners />
      <Facts>
        <Fact icon="shield">{say.keepsOut}</Fact>
        <Fact icon="phone">{say.needs}</Fact>
        <Fact icon="key">{say.gives}</Fact>
      </Facts>
      <LiveForm action="/cuenta/dos-pasos/empezar" sentBy="browser" className="mt-6">
        <Button busy={say.beginning}>{say.begin}</Button>
      </LiveForm>
    </>
  );
}

/** The secret for the app, and the code that shows that the app has it. */
export function ConnectApp({
  say,
  typed,
  url,
  qr,
}: Props & { typed: string; url: string; qr: { size: number; path: string } }) {
  shown().made.codes = true;
  return (
    <>
      <Heading lead={say.scan}>{say.scanTitle}</Heading>
      <Banners />
      <div className="mt-5">
        <QrCode {...qr} label={say.qr} />
      </div>
      <a href={url} className={`mt-3 hidden! pointer-coarse:flex! ${buttonClass("secondary")}`}>
        {say.open}
      </a>
      <p className="mt-4 text-small text-muted">{say.typed}</p>
      <code
        translate="no"
        className="mt-1.5 block rounded-ctl border border-line bg-raised px-3.5 py-2.5 text-center font-mono text-base tracking-wide text-ink select-all"
      >
        {typed}
      </code>
      <LiveForm action="/cuenta/dos-pasos/activar" className={formClass}>
        <TotpField />
        <Button busy={say.confirming}>{say.confirm}</Button>
      </LiveForm>
    </>
  );
}
