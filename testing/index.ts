/**
 * `ingreso/testing`: Playwright's `test` with people, an inbox, a Google, time that moves, and adversaries. See docs/testing.md.
 */
export { expect } from "@playwright/test";
export { test } from "./fixtures";
export { NoPlace, type Place } from "./place";
