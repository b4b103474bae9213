"use client";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Banner } from "@/lib/messages/banner";
import { useAlive } from "./alive";
import type { Answer } from "./answer";
import { useBusy } from "./busy";
import { emptyFieldsOf, focusFirstEmpty, shownFields } from "./inputs";
import { heedLeaving } from "./leaving";
import { useMessages } from "./messages";
import { useScreen } from "./screen";
import { type Reply, sendForm } from "./send";
import { PersonField, usePerson } from "./shown-to";
import { retype, typedIn } from "./typed";

const Busy = createContext(false);
/** Whether the form around is being sent, for long enough to say so. */
export const useFormBusy = () => useContext(Busy);

/** Called when the sending has ended and the page is still here. */
export const FormEnd = createContext(() => {});

/** A form that works from the HTML alone and, once scripts run, is sent by fetch, so that nothing typed is lost. */
export function LiveForm({
  id,
  action,
  method = "post",
  children,
  sentBy = "fetch",
  focusFirst = false,
  done,
  className,
  labelledBy,
  marks = {},
}: {
  id?: string;
  action: string;
  /** `get` leads to another page: only with `sentBy="browser"` */
  method?: "post" | "get";
  children: ReactNode;
  /** fields that an error is about, though it does not say which */
  marks?: Record<string, readonly string[]>;
  /** `download`: the browser sends it for a file, and this page stays as it was */
  sentBy?: "fetch" | "browser" | "download";
  /** puts the cursor into the first empty field, where no keyboard would jump up */
  focusFirst?: boolean;
  /** shown on this page after success, instead of following the reply's `url` */
  done?: Banner;
  className?: string;
  labelledBy?: string;
}) {
  const { reply, answer } = useScreen();
  const { refresh } = useRouter();
  const messages = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const alive = useAlive();
  const person = usePerson();
  const busy = useBusy(useContext(FormEnd));
  const [typed] = useState(() => typedIn(action, person));
  useLayoutEffect(() => {
    if (form.current) retype(form.current, typed);
  }, [typed]);

  const unanswered = answer.notice === null && Object.keys(answer.fields).length === 0;
  const mayFocus = useRef(focusFirst && unanswered);
  useEffect(() => {
    if (mayFocus.current && form.current) focusFirstEmpty(form.current);
    mayFocus.current = false;
  }, []);

  async function send(element: HTMLFormElement) {
    busy.begin();
    const isLeaving = heedLeaving();
    const said = await sendForm(element, messages);
    const next = hear(said, element, marks, done);
    const leaving = isLeaving();
    // a mail is there before the reply: a person who opens its link at once is not called back
    if ("url" in next) {
      if (leaving) return busy.end();
      busy.leave();
      return location.assign(next.url);
    }
    await busy.end();
    reply(next);
    if (said.kind === "done") refresh();
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const element = event.currentTarget;
    if (sentBy === "download") return;
    if (busy.isRunning()) return event.preventDefault();
    if (sentBy === "browser") {
      busy.begin();
      return busy.leave();
    }
    event.preventDefault();
    const fields = emptyFieldsOf(element);
    if (Object.keys(fields).length > 0) return reply({ notice: null, fields });
    void send(element);
  }

  return (
    <form
      ref={form}
      id={id}
      method={method}
      action={action}
      noValidate={alive && sentBy === "fetch"}
      onSubmit={onSubmit}
      className={className}
      aria-labelledby={labelledBy}
    >
      {method === "post" && <PersonField />}
      <Busy value={busy.shown}>{children}</Busy>
    </form>
  );
}

/** What a reply means for this page: what to show on it, or where to go. */
function hear(
  said: Reply,
  form: HTMLFormElement,
  marks: Record<string, readonly string[]>,
  done: Banner | undefined,
): Omit<Answer, "values"> | { url: string } {
  switch (said.kind) {
    case "done":
      return done ? { notice: done, fields: {} } : { url: said.url };
    case "fields":
      return shownFields(said.fields, form);
    case "notice":
      return { notice: said.notice, fields: {}, marked: marks[said.error] };
    case "elsewhere":
      return { url: said.url };
  }
}
