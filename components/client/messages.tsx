"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ScreenMessages } from "@/lib/messages/catalogue";

type Said = {
  screen: ScreenMessages;
  /** the reader's, where it was known when the page was made */
  timeZone: string | null;
};

const Context = createContext<Said | null>(null);

/** Around all pages: what the browser's components say, in the reader's language. */
export function Messages({ children, ...said }: Said & { children: ReactNode }) {
  return <Context value={said}>{children}</Context>;
}

/** What the browser's components say. @throws outside of `Messages` */
export const useMessages = (): ScreenMessages => useSaid().screen;
export const useTimeZone = (): string | null => useSaid().timeZone;

function useSaid(): Said {
  const said = useContext(Context);
  if (said === null) throw new Error("no <Messages> around this component");
  return said;
}
