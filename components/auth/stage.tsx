import { BRAND } from "@/lib/config/brand";
import { messages } from "@/lib/messages/messages";
import { Icon } from "../ui/icon";

const RINGS = [150, 230, 310, 390, 470, 550];
/** widths of an invoice line's two strokes, in px of the paper's 248 */
const LINES: [number, number][] = [
  [114, 50],
  [144, 40],
  [94, 55],
  [129, 45],
];
/** heights of the month's bars, in px of 74 */
const BARS = [28, 38, 33, 49, 43, 55, 74];
const { sign, invoiced, sold } = BRAND.money;

/** `1.250.000`, or as the reader's language parts its thousands. */
const figureOf = (figure: number) =>
  new Intl.NumberFormat(messages().screen.moments.locale).format(figure);

/** What stands beside the forms on wide screens: a picture, one heading, nothing to press. */
export function Stage() {
  const { stage } = messages().screen;
  return (
    <aside
      aria-label={stage.label}
      className="stage my-4 mr-4 hidden h-[calc(100dvh-2rem)] overflow-hidden rounded-stage text-white lg:sticky lg:top-4 lg:flex print:hidden"
    >
      <Arcs />
      <div className="stage-in relative flex min-w-0 flex-1 flex-col justify-between gap-5">
        <div
          className="scene relative flex min-h-[360px] flex-1 items-center justify-center"
          aria-hidden="true"
        >
          <div className="scene-in">
            <Paper />
            <Sales />
            <Paid />
          </div>
        </div>
        <div>
          <h2 className="stage-title max-w-[20em] text-[1.75rem] leading-[2.125rem] font-bold tracking-[-0.02em] text-white">
            {stage.title}
          </h2>
          <p className="mt-2 max-w-[44ch] text-stage-body wide:text-lg">{stage.lead}</p>
          <ul className="mt-5 flex flex-wrap gap-2.5">
            {BRAND.solutions.map(({ icon }, index) => (
              <li
                key={icon}
                className="flex items-center gap-2 rounded-full border border-white/22 bg-white/10 py-2 pr-3.5 pl-2.5 text-small font-semibold"
              >
                <Icon name={icon} className="size-4.5 text-stage-icon" />
                <span>{stage.solutions[index]}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </aside>
  );
}

function Arcs() {
  return (
    <svg
      className="absolute inset-0 size-full opacity-50"
      viewBox="0 0 700 770"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="#fff"
      strokeOpacity=".13"
      aria-hidden="true"
    >
      {RINGS.map((r) => (
        <circle key={r} cx="380" cy="290" r={r} />
      ))}
    </svg>
  );
}

function Paper() {
  const { stage } = messages().screen;
  return (
    <div className="paper">
      <div className="flex items-center justify-between">
        <b className="text-[15px]">{stage.invoice}</b>
        <span className="paper-pill">{stage.paid}</span>
      </div>
      <svg width="248" height="186" className="mt-3.5" aria-hidden="true">
        <rect width="144" height="8" rx="4" fill="var(--paper-word)" />
        <rect y="16" width="99" height="8" rx="4" fill="var(--paper-word)" />
        <path d="M0 40.5h248" stroke="var(--paper-rule)" />
        {LINES.map(([left, right], row) => (
          <g key={left} transform={`translate(0 ${row * 31})`}>
            <rect y="52" width={left} height="8" rx="4" fill="var(--paper-word)" />
            <rect x={248 - right} y="52" width={right} height="8" rx="4" fill="var(--stage-bar)" />
            <path d="M0 71.5h248" stroke="var(--paper-rule)" />
          </g>
        ))}
      </svg>
      <div className="flex items-baseline justify-between text-[13px]">
        <span>{stage.total}</span>
        <b className="text-xl font-bold tracking-[-0.02em] tabular-nums">{`${sign} ${figureOf(invoiced)}`}</b>
      </div>
    </div>
  );
}

function Sales() {
  const { stage } = messages().screen;
  return (
    <div className="float float-sales">
      <div className="text-note">{stage.sales}</div>
      <b className="text-lg tracking-[-0.02em] tabular-nums">{`${sign} ${figureOf(sold)}`}</b>
      <svg width="190" height="74" className="mt-3" aria-hidden="true">
        {BARS.map((height, month) => (
          <rect
            key={height}
            x={month * 28}
            y={74 - height}
            width="21"
            height={height}
            rx="5"
            fill={month === BARS.length - 1 ? "var(--brand)" : "var(--stage-bar)"}
          />
        ))}
      </svg>
    </div>
  );
}

function Paid() {
  const { stage } = messages().screen;
  return (
    <div className="float float-paid">
      <span className="float-tick">
        <Icon name="check" />
      </span>
      <span className="text-small">
        <b>{stage.received}</b>
        <br />
        <span className="text-note">{stage.justNow}</span>
      </span>
      <span className="float-amount tabular-nums">{`+ ${figureOf(invoiced)}`}</span>
    </div>
  );
}
