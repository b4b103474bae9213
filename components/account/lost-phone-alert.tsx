import type { Messages } from "@/lib/messages/catalogue";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";

/** Somebody asked for the second step to be taken off: its owner hears of it here, too, whatever becomes of the mails. */
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
