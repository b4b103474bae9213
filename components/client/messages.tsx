"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ScreenMessages } from "@/lib/messages/catalogue";

const Said = createContext<ScreenMessages | null>(null);

/** Around all pages: what the browser's components say, in the reader's language. */
export function Messages({ screen, children }: { screen: ScreenMessages; children: ReactNode }) {
  return <Said value={screen}>{children}</Said>;
}

/** What the browser's components say. @throws outside of `Messages` */
export function useMessages(): ScreenMessages {
  const screen = useContext(Said);
  if (screen === null) throw new Error("no <Messages> around this component");
  return screen;
}
