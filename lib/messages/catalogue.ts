import type { es } from "./es";

/** The sentences of one language. Another language that lacks one of these does not compile. */
export type Messages = typeof es;
/** What of them goes along with each page, for the components of the browser: data alone. */
export type ScreenMessages = Messages["screen"];
