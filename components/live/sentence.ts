import type { Notice } from "./answer";

/** A sentence with a number in it, which only the answer knows. */
export type Counted = { one: Notice; many: Notice };
export type Sentence = Notice | Counted;

const STAND_IN = 7777;

/** Functions cannot cross to the browser, so a sentence crosses with a number to be swapped. */
export function counted(say: (n: number) => Notice): Counted {
  return { one: say(1), many: say(STAND_IN) };
}

/** @param n seconds or tries, as the answer gave them */
export function noticeFrom(sentence: Sentence, n = 0): Notice {
  if (!("many" in sentence)) return sentence;
  if (n === 1) return sentence.one;
  return { ...sentence.many, text: sentence.many.text.replace(String(STAND_IN), String(n)) };
}
