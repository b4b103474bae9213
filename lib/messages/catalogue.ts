import type { es } from "./es";

/** Another language that lacks a sentence does not compile. */
export type Messages = typeof es;
/** Sent with each page for the browser's components: data alone. */
export type ScreenMessages = Messages["screen"];
