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
      className="absolute inset-0 size-full"
      viewBox="-380 -290 700 770"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="#fff"
      strokeOpacity=".065"
      aria-hidden="true"
    >
      {RINGS.map((r) => (
        <circle key={r} r={r} />
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
      <svg width="248" height="186" className="mt-3.5" strokeLinecap="round" aria-hidden="true">
        <g strokeWidth="8">
          <path
            stroke="var(--paper-word)"
            d={`M4 4h136M4 20h91${LINES.map(([left], row) => `M4 ${56 + 31 * row}h${left - 8}`).join("")}`}
          />
          <path
            stroke="var(--stage-bar)"
            d={LINES.map(([, right], row) => `M244 ${56 + 31 * row}h${8 - right}`).join("")}
          />
        </g>
        <path
          stroke="var(--paper-rule)"
          d={[40.5, ...LINES.map((_, row) => 71.5 + 31 * row)].map((y) => `M0 ${y}h248`).join("")}
        />
      </svg>
      <div className="flex items-baseline justify-between text-[13px]">
        <span>{stage.total}</span>
        <b className="text-xl font-bold tracking-[-0.02em] tabular-nums">{`${sign} ${figureOf(invoiced)}`}</b>
      </div>
    </div>
  );
}

/** Its stroke of ten rounds its corners. */
const barOf = (height: number, month: number) =>
  `M${month * 28 + 5} ${79 - height}h11v${height - 10}h-11z`;

function Sales() {
  const { stage } = messages().screen;
  return (
    <div className="float float-sales">
      <div className="text-note">{stage.sales}</div>
      <b className="text-lg tracking-[-0.02em] tabular-nums">{`${sign} ${figureOf(sold)}`}</b>
      <svg
        width="190"
        height="74"
        className="mt-3"
        strokeLinejoin="round"
        strokeWidth="10"
        aria-hidden="true"
      >
        <path
          fill="var(--stage-bar)"
          stroke="var(--stage-bar)"
          d={BARS.map(barOf).slice(0, -1).join("")}
        />
        <path fill="var(--brand)" stroke="var(--brand)" d={BARS.map(barOf).at(-1)} />
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
