"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { BRAND } from "@/lib/config/brand";
import { fill } from "@/lib/messages/fill";
import { type Answer, BANNER_ID, NO_ANSWER, type Target, targetOf } from "./answer";
import { useMessages } from "./messages";
import { Rebuilt } from "./rebuilt";

type Wrong = [name: string, sentence: string][];
type Shown = { answer: Answer; target: Target | null; forgiven: readonly string[] };
type Live = {
  answer: Answer;
  /** the fields that were wrong when the form was sent */
  wrong: Wrong;
  /** of those, the ones that were touched since */
  forgiven: readonly string[];
  /** shows an answer that came by fetch; what is typed stays in its fields */
  reply: (answer: Omit<Answer, "values">) => void;
  /** takes an error away once its field is touched; never adds one */
  forgive: (name: string) => void;
};

const Context = createContext<Live>({
  answer: NO_ANSWER,
  wrong: [],
  forgiven: [],
  reply: () => {},
  forgive: () => {},
});
export const useScreen = () => useContext(Context);

/** Holds what the page's forms were answered with, and says it in the tab's title. */
export function Screen({
  title,
  answer = NO_ANSWER,
  children,
}: {
  title: string;
  answer?: Answer;
  children: ReactNode;
}) {
  const [shown, setShown] = useState(() => shownFirst(answer));
  const [given, setGiven] = useState(answer);
  // a refresh hands over an answer again, which was the page's once: only one that says something else replaces what is on screen
  if (given !== answer && JSON.stringify(given) !== JSON.stringify(answer)) {
    setGiven(answer);
    if (answer.notice || Object.keys(answer.fields).length > 0) setShown(shownFirst(answer));
  }

  const { target } = shown;
  useEffect(() => {
    if (target) focusOn(target);
  }, [target]);

  const { forgiven } = shown;
  const wrong = Object.entries(shown.answer.fields);
  const live: Live = {
    answer: shown.answer,
    wrong,
    forgiven,
    reply(next) {
      const replied = { ...shown.answer, marked: undefined, ...next };
      setShown({ answer: replied, target: targetOf(replied), forgiven: [] });
    },
    forgive(name) {
      setShown((last) => ({ ...last, forgiven: [...last.forgiven, name] }));
    },
  };
  const { failedTitle } = useMessages();
  const isWrong = wrong.some(([name]) => !forgiven.includes(name));
  const failed = isWrong || shown.answer.notice?.tone === "danger";
  return (
    <Context value={live}>
      <title>{`${failed ? fill(failedTitle, { title }) : title} · ${BRAND.name}`}</title>
      <Rebuilt>{children}</Rebuilt>
    </Context>
  );
}

/** In the first HTML the notice has to be read before the fields that it speaks of. */
function shownFirst(answer: Answer): Shown {
  const target = answer.notice ? { id: BANNER_ID, select: false } : targetOf(answer);
  return { answer, target, forgiven: [] };
}

function focusOn({ id, select }: Target) {
  const element = document.getElementById(id);
  element?.focus();
  if (select && element instanceof HTMLInputElement) element.select();
}
