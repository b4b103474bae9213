import { messages } from "@/lib/messages/messages";

/** The first stop of the keyboard, seen only there. */
export function SkipLink() {
  return (
    <a
      href="#contenido"
      className="absolute print:hidden -top-16 left-4 z-10 rounded-lg bg-surface px-4 py-3 font-semibold text-link focus:top-3"
    >
      {messages().screen.shell.skip}
    </a>
  );
}
