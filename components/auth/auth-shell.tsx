import type { ReactNode } from "react";
import { messages } from "@/lib/messages/messages";
import { Document } from "../document/document";
import { Brand } from "../ui/brand";
import { Footer } from "../ui/footer";
import { SkipLink } from "../ui/skip-link";
import { Stage } from "./stage";

/** The frame of every page but the signed-in ones: the form's pane and, where there is room, the stage. */
export function AuthShell({
  title,
  form,
  children,
}: {
  /** of the document, without the brand behind it */
  title: string;
  /** id of its form, whose fields stay typed when the language changes */
  form?: string;
  children: ReactNode;
}) {
  return (
    <Document title={title}>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-1 sm:content-center sm:px-6 sm:py-12 sm:glow lg:grid-cols-[minmax(31.25rem,5fr)_6fr] lg:content-stretch lg:bg-surface lg:p-0 lg:[background-image:none] wide:grid-cols-[minmax(40rem,2fr)_3fr]">
        <div className="flex min-w-0 flex-col bg-surface px-5 pt-4 pb-6 sm:bg-transparent sm:p-0 lg:px-10 lg:py-7 short:py-5 laptop:px-8 laptop:py-2">
          <div className="mx-auto flex w-full max-w-100 flex-1 flex-col sm:max-w-120 sm:rounded-card sm:border sm:border-line sm:bg-surface sm:px-10 sm:pt-8 sm:pb-9 sm:shadow-card lg:max-w-100 lg:rounded-none lg:border-0 lg:bg-transparent lg:p-0 lg:shadow-none laptop:max-w-130 wide:max-w-105">
            <header>
              <Brand />
            </header>
            <main id="contenido" className="pane mt-5 motion-safe:animate-enter lg:my-auto">
              {children}
            </main>
            <Footer
              form={form}
              className="mt-auto pt-6 sm:pt-7 lg:mt-0 lg:pt-3 lg:text-left laptop:pt-1"
            >
              {messages().screen.shell.footer}
            </Footer>
          </div>
        </div>
        <Stage />
      </div>
    </Document>
  );
}
