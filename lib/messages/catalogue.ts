import type { es } from "./es";

/** Another language that lacks a sentence does not compile. */
export type Messages = typeof es;
