import { type MomentShape, momentText } from "@/lib/messages/moment";
import { all } from "./dom";
import { momentWords } from "./saying";
import { unbroken } from "./unbroken";

/** Says moments in the browser's own zone. */
export function enlivenMoments(): void {
  const words = momentWords();
  if (!words) return;
  for (const element of all<HTMLTimeElement>("time[data-shape]")) {
    const shape = element.dataset.shape as MomentShape;
    const text = momentText(new Date(element.dateTime), shape, words);
    const said = unbroken(element.dataset.last && !text.endsWith(".") ? `${text}.` : text);
    if (element.textContent !== said) element.textContent = said;
  }
}
