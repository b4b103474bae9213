import { join } from "node:path";
import { LANGUAGES, type Language } from "@/lib/messages/languages";
import { ROOT } from "../runner/program";

/** Which pictures are wanted. */
export type Asked = {
  /** a part of the states' names; all without one */
  only: string;
  widths: number[];
  schemes: ("light" | "dark")[];
  languages: Language[];
  /** whether the README's picture is made too */
  readme: boolean;
};

export const FOLDER = join(ROOT, ".local", "gallery");

export const ALL: Asked = {
  only: "",
  widths: [360, 768, 1280],
  schemes: ["light", "dark"],
  languages: [...LANGUAGES],
  readme: false,
};

/** What `npm run gallery` was asked for, in its browsers' processes. */
export function asked(): Asked {
  return process.env.GALLERY ? JSON.parse(process.env.GALLERY) : ALL;
}

/** Where the picture of a state lies, from the gallery's page. */
export function pictureOf(language: string, name: string, width: number, scheme: string): string {
  return `${language}/${name}-${width}-${scheme}.webp`;
}
