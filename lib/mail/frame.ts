import { dayAndHour } from "@/lib/messages/format";
import { plain } from "./escape";
import { htmlOf } from "./frame-html";
import { textOf } from "./frame-text";
import type { Letter, Origin, Worded, Written } from "./letter";

/** Sets a letter in the one frame of all our mails. */
export function frame({ asked, ...rest }: Letter): Written {
  const worded: Worded = asked
    ? { ...rest, asked: { lead: asked.lead, where: whereOf(asked), when: dayAndHour(asked.at) } }
    : rest;
  return { subject: rest.subject, text: textOf(worded), html: htmlOf(worded) };
}

/** `Chrome en Windows, cerca de Bogotá`: both come from a stranger. */
export function whereOf({ device, place }: Origin): string {
  const near = place === null ? "" : plain(place);
  return near === "" ? plain(device) : `${plain(device)}, cerca de ${near}`;
}
