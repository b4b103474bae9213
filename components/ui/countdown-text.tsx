"use client";
import { fill } from "@/lib/messages/fill";
import { timesIn } from "@/lib/messages/times";
import { useMessages } from "../client/messages";
import { Sentence } from "./sentence";

/** seconds left at which a reader is told, besides the end */
const SPOKEN = [30, 10];

/**
 * How long until something may be done again, in figures and as a ring.
 * @param from seconds left when the server answered: what is further off was never reached, so is not spoken
 */
export function CountdownText({ left, from }: { left: number; from: number }) {
  const { resend, moments } = useMessages();
  const mark = spokenAt(left, from);
  const timer = (
    <span role="timer" aria-live="off" className="tabular-nums">
      {clock(left)}
    </span>
  );
  return (
    <p className="flex min-h-5 items-center justify-center gap-2 text-small text-muted">
      {left > 0 && (
        <>
          <Ring left={left} />
          <span>
            <Sentence of={resend.left} parts={{ left: timer }} />
          </span>
        </>
      )}
      <span role="status" className={left > 0 ? "sr-only" : ""}>
        {left > 0
          ? mark && fill(resend.spoken, { left: timesIn(moments.locale).wait(mark) })
          : resend.ready}
      </span>
    </p>
  );
}

/** Every second spoken would bury the page. */
const spokenAt = (left: number, from: number) =>
  SPOKEN.findLast((seconds) => left <= seconds && seconds < from);

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
        className="stroke-action"
      />
    </svg>
  );
}
