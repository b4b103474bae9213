import type { Match, Matcher, MatchOptions } from "@zxcvbn-ts/core";

/** What somebody tries who knows the country: its telephones, documents and tax numbers, the nearest first. */
const GUESSES = 3e4;
/** From seven digits, the shortest telephones, to thirteen, a mobile one with its country; written in any way. */
const NUMBER = /(?<!\d)\+?\(?\d(?:[ ().-]{0,2}\d){6,12}(?!\d)/g;

class Numbers {
  match({ password }: MatchOptions): Match[] {
    return [...password.matchAll(NUMBER)].map(({ 0: token, index }) => ({
      pattern: "number",
      token,
      i: index,
      j: index + token.length - 1,
    }));
  }
}

/** Finds numbers that people have, which the estimator takes for random digits. */
export const numbers: Matcher = {
  Matching: Numbers as unknown as Matcher["Matching"],
  scoring: () => GUESSES,
  feedback: () => ({ warning: null, suggestions: [] }),
};
