import { messages } from "../messages/messages";
import type { Letter } from "./letter";

/** The same words as plain text. */
export function textOf(letter: Letter): string {
  const { title, notes, code, asked, closing, footer } = letter;
  const paragraphs = [
    title,
    ...opening(letter),
    notes?.map((note) => `- ${note.replaceAll("*", "")}`).join("\n"),
    code && `${code.lead}\n\n${code.digits}\n\n${code.note}`,
    `${asked.lead}:\n${asked.where}\n${asked.when}`,
    `${closing.strong} ${closing.text}`,
    footer,
  ];
  return `${paragraphs.filter(Boolean).join("\n\n")}\n`;
}

function opening({ intro, button }: Letter) {
  if (button === undefined) return [intro];
  const how = messages().mail.open(button.purpose);
  return [intro ? `${intro} ${how}` : how, `${button.text}:\n${button.url}`];
}
