import { BRAND } from "../config/brand";
import type { Language } from "./languages";

/** What the brand's solutions are called in that language, in its order. */
export const solutionsIn = (language: Language): string[] =>
  BRAND.solutions.map(({ name }) => name[language]);
