import { frame, whereOf } from "../mail/frame";
import type { Asked, Origin, Written } from "../mail/letter";
import { dateAndHourOf } from "../messages/hour";
import type { LetterWords } from "../messages/letter-words";
import { messages } from "../messages/messages";
import type { NoticeKind } from "./notify";

export type Notice = Asked & {
  address: string;
  times: number;
  since: Date;
  origins: Origin[];
  /** where a changed address is undone, or what a lost phone asks for called off */
  url?: string;
};

const MOST_ORIGINS = 5;

/** Carries no link but the one that undoes a changed address, or calls off what a lost phone asks for. */
export function noticeLetter(kind: NoticeKind, notice: Notice): Written {
  const words: LetterWords = messages().notices[kind];
  return frame(notice.times > 1 ? folded(notice, words) : words, notice);
}

function folded({ times, since, origins }: Notice, words: LetterWords): LetterWords {
  const say = messages().folded;
  const intro = say.intro(words.intro ?? "", times, dateAndHourOf(since));
  const repeated = { ...words, subject: say.subject(words.subject, times), intro, lead: say.lead };
  const places = [...new Set(origins.map(whereOf))];
  if (places.length < 2) return repeated;
  const more = places.length - MOST_ORIGINS;
  const notes = places.slice(0, MOST_ORIGINS);
  if (more > 0) notes.push(say.more(more));
  return { ...repeated, intro: say.fromThese(intro), notes };
}
