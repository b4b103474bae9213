import { dateAndHourOf } from "../messages/hour";
import type { LetterWords } from "../messages/letter-words";
import { messages } from "../messages/messages";
import { deviceIn, placeIn } from "../messages/origin";
import { reader } from "../messages/reader";
import { plain } from "./escape";
import { htmlOf } from "./frame-html";
import { textOf } from "./frame-text";
import type { Facts, Letter, Origin, Written } from "./letter";

export function frame(words: LetterWords, facts: Facts): Written {
  const { url, code: digits, at, address } = facts;
  const { button, code, lead, footer, ...rest } = words;
  const letter: Letter = {
    ...rest,
    ...(button && url !== undefined && { button: { ...button, url } }),
    ...(code && digits !== undefined && { code: { ...code, digits } }),
    asked: { lead, where: whereOf(facts), when: dateAndHourOf(at) },
    footer: footer(address),
  };
  const { language } = reader();
  return { language, subject: words.subject, text: textOf(letter), html: htmlOf(letter) };
}

/** `Chrome en Windows, cerca de Bogotá`; both come from a client's headers. */
export function whereOf({ device, place }: Origin): string {
  const said = messages();
  const [on, near] = [plain(deviceIn(device, said)), plain(placeIn(place ?? "", said))];
  return near === "" ? on : said.mail.near(on, near);
}
