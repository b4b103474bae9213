"use client";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useRef,
} from "react";
import { useAlive } from "./alive";
import type { Answer, Notice } from "./answer";
import { useBusy } from "./busy";
import { emptyFieldsOf, focusFirstEmpty, shownFields } from "./inputs";
import { heedLeaving } from "./leaving";
import { useScreen } from "./screen";
import { type Reply, sendForm } from "./send";
import { noticeFrom, type Sentence } from "./sentence";

const Busy = createContext(false);
/** Whether the form around is being sent, for long enough to say so. */
export const useFormBusy = () => useContext(Busy);

type Speech = {
  /** by the door's error code; one without a sentence follows the door's `url` */
  sentences?: Record<string, Sentence>;
  /** fields that an error is about, though it does not say which */
  marks?: Record<string, readonly string[]>;
  /** the field that an error's sentence stands at, instead of on top of the page */
  beside?: Record<string, string>;
  /** where one is led to wait, too, when asking for another mail too soon */
  sentPage?: string;
};

/**
 * A plain form that works from the HTML alone and, once scripts run, is sent by fetch: nothing typed is lost.
 */
export function LiveForm({
  action,
  children,
  native = false,
  focusFirst = false,
  done,
  className,
  labelledBy,
  ...speech
}: Speech & {
  action: string;
  children: ReactNode;
  /** leaves the sending to the browser */
  native?: boolean;
  /** puts the cursor into the first empty field, where no keyboard would jump up */
  focusFirst?: boolean;
  /** what is said, on this very page, once it worked; without it the door's `url` is followed */
  done?: Notice;
  className?: string;
  labelledBy?: string;
}) {
  const { reply, answer } = useScreen();
  const { refresh } = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const alive = useAlive();
  const busy = useBusy();

  const calm = answer.notice === null && Object.keys(answer.fields).length === 0;
  const mayFocus = useRef(focusFirst && calm);
  useEffect(() => {
    if (mayFocus.current && form.current) focusFirstEmpty(form.current);
    mayFocus.current = false;
  }, []);

  async function send(element: HTMLFormElement) {
    busy.begin();
    const isLeaving = heedLeaving();
    const said = await sendForm(element);
    const next = hear(said, element, speech, done);
    const leaving = isLeaving();
    // a mail is there before the answer is: whoever opens its link at once is not called back
    if ("url" in next) return leaving ? busy.end() : location.assign(next.url);
    await busy.end();
    reply(next);
    if (said.kind === "done") refresh();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const element = event.currentTarget;
    if (busy.isRunning()) return event.preventDefault();
    if (native) return busy.begin();
    event.preventDefault();
    const fields = emptyFieldsOf(element);
    if (Object.keys(fields).length > 0) return reply({ notice: null, fields });
    void send(element);
  }

  return (
    <form
      ref={form}
      method="post"
      action={action}
      noValidate={alive && !native}
      onSubmit={onSubmit}
      className={className}
      aria-labelledby={labelledBy}
    >
      <Busy value={busy.shown}>{children}</Busy>
    </form>
  );
}

/** What a reply means for this page: what to show on it, or where to go. */
function hear(
  said: Reply,
  form: HTMLFormElement,
  { sentences = {}, marks = {}, beside = {}, sentPage }: Speech,
  done: Notice | undefined,
): Omit<Answer, "values"> | { url: string } {
  if (said.kind === "done") return done ? { notice: done, fields: {} } : { url: said.url };
  if (said.kind === "fields") return shownFields(said.fields, form);
  if (said.kind === "offline") return { notice: spoken(sentences.Offline), fields: {} };

  const { error, url, count } = said;
  const waits =
    error === "Throttled" && url !== null && new URL(url, location.href).pathname === sentPage;
  const sentence = sentences[error];
  if (url !== null && (waits || !sentence)) return { url };
  const notice = spoken(sentence ?? sentences.Default, count);
  const field = beside[error];
  if (field && notice) return { notice: null, fields: { [field]: notice.text } };
  return { notice, fields: {}, marked: marks[error] };
}

const spoken = (sentence: Sentence | undefined, count = 0): Notice | null =>
  sentence ? noticeFrom(sentence, count) : null;
