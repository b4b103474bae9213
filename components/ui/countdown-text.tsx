import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { Sentence } from "./sentence";

/**
 * How long until something may be done again, in figures and as a ring; `components/client/countdown.ts` counts on.
 * @param left seconds, when the server answered
 * @param silent says nothing until it is over
 */
export function CountdownText({ left, silent }: { left: number; silent: boolean }) {
  const { resend, moments } = messages().screen;
  shown().made.mail = true;
  const timer = (
    <span role="timer" aria-live="off" className="tabular-nums">
      {clock(left)}
    </span>
  );
  return (
    <p
      data-countdown={left}
      data-spoken={resend.spoken}
      data-ready={resend.ready}
      data-locale={moments.locale}
      hidden={silent}
      className="flex min-h-5 items-center justify-center gap-2 text-small text-muted"
    >
      <span hidden={left === 0} data-left className="contents">
        <Ring left={left} />
        <span>
          <Sentence of={resend.left} parts={{ left: timer }} />
        </span>
      </span>
      <span role="status" className={left > 0 ? "sr-only" : ""}>
        {left === 0 && resend.ready}
      </span>
    </p>
  );
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function Ring({ left }: { left: number }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      strokeWidth="3"
      aria-hidden="true"
      className="-rotate-90"
    >
      <circle cx="9" cy="9" r="7" className="stroke-line" />
      <circle
        cx="9"
        cy="9"
        r="7"
        pathLength="60"
        strokeDasharray={`${Math.min(left, 60)} 60`}
        strokeLinecap="round"
        className="ring stroke-action"
      />
    </svg>
  );
}
