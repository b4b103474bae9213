import { expect, it } from "vitest";
import { mailAppOf } from "./mail-app";

it.each([
  [
    "message://",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
  ],
  [
    "message://",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/141.0 Mobile/15E148",
  ],
  ["message://", "Mozilla/5.0 (iPad; CPU OS 16_1 like Mac OS X) AppleWebKit/605.1.15"],
  [
    "intent:#Intent;",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile",
  ],
  ["intent:#Intent;", "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"],
  ["mailto:", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0"],
  [
    "mailto:",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15",
  ],
  ["mailto:", null],
  ["mailto:", ""],
])("%s opens the mail program of %s", (start, userAgent) => {
  expect(mailAppOf(userAgent).startsWith(start)).toBe(true);
});
