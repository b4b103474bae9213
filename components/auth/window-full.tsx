import { Alert } from "../ui/alert";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";

/** After the fifth link of an hour: when the next one may be asked for. */
export function WindowFull({ say, until }: { say: string; until: string }) {
  const atHour = (
    <b>
      <LocalTime iso={until} shape="atHour" last />
    </b>
  );
  return (
    <div role="alert">
      <Alert tone="warn">
        <Sentence of={say} parts={{ atHour }} />
      </Alert>
    </div>
  );
}
