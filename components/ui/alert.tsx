import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const tones = {
  danger: "border-danger-line bg-danger-bg text-danger",
  warn: "border-warn-line bg-warn-bg text-warn",
  ok: "border-ok-line bg-ok-bg text-ok",
  info: "border-brand-line bg-brand-soft text-brand-ink",
};
const icons: Record<keyof typeof tones, IconName> = {
  danger: "alert",
  warn: "clock",
  ok: "done",
  info: "lock",
};

/** A tinted box with a sentence. Its role is set around it. */
export function Alert({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      className={`mt-5 flex gap-2.5 lg:in-[.pane]:mt-0 rounded-ctl border px-3.5 py-3 text-fact [&_a]:font-semibold [&_a]:underline [&_a]:underline-offset-3 [&_b]:text-inherit [&_strong]:text-inherit ${tones[tone]}`}
    >
      <Icon name={icons[tone]} className="mt-px" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
