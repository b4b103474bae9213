import { defineConfig } from "@playwright/test";
import flows from "../playwright.config";

/** The flows' browser and laboratories; what is made is told by `page.ts`. */
export default defineConfig({
  ...flows,
  testDir: ".",
  outputDir: "../../test-results",
  reporter: [["line"], ["./page.ts"]],
});
