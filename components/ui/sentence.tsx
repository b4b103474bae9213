import { Fragment, type ReactNode } from "react";
import { partsOf } from "@/lib/messages/fill";

/**
 * A sentence with elements where it has `{name}`. Each text is in an element of its own, since a translator moves texts.
 * @param of the sentence
 * @param parts what stands there, by name
 */
export function Sentence({ of, parts }: { of: string; parts: Record<string, ReactNode> }) {
  return partsOf(of).map((part, place) => {
    const key = `${place}${part}`;
    if (place % 2 === 1) return <Fragment key={key}>{parts[part]}</Fragment>;
    return part && <span key={key}>{part}</span>;
  });
}
