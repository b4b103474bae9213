import type { Messages } from "@/lib/messages/catalogue";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";

/** Tells the owner that turning the second step off was asked for, should the mails not arrive. */
export function LostPhoneAlert({ say, due }: { say: Messages["lostPhone"]["own"]; due: Date }) {
  const when = <LocalTime iso={due.toISOString()} shape="dayAndHour" last />;
  return (
    <Alert tone="warn">
      <p className="font-semibold">
        <Sentence of={say.says} parts={{ when }} />
      </p>
      <p>{say.stays}</p>
      <LiveForm action="/cuenta/dos-pasos/cancelar-recuperacion" sentBy="browser" className="mt-3">
        <Button kind="secondary" size="small" busy={say.busy}>
          {say.submit}
        </Button>
      </LiveForm>
    </Alert>
  );
}
