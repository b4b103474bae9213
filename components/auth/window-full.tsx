import { Alert } from "../ui/alert";
import { LocalTime } from "../ui/local-time";

/** After the fifth link of an hour: when the next one may be asked for. */
export function WindowFull({ until }: { until: string }) {
  return (
    <div role="alert">
      <Alert tone="warn">
        <span>
          {"Ya enviamos 5 links mágicos a este correo en la última hora. Podrás pedir otro a las "}
        </span>
        <b>
          <LocalTime iso={until} shape="hour" last />
        </b>
      </Alert>
    </div>
  );
}
