import { createHash } from "node:crypto";
import { DARK, LIGHT } from "../config/brand";

/** The sheet of a page that stands alone, within it: nothing else may be reachable. */
export const PLAIN_STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100dvh;display:grid;place-items:center;background:${LIGHT.bg};color:${LIGHT.body};font:400 1rem/1.5 system-ui,sans-serif}main{box-sizing:border-box;max-width:480px;margin:20px;padding:32px 40px 36px;background:${LIGHT.surface};border:1px solid ${LIGHT.line};border-radius:16px}h1{margin:24px 0 0;color:${LIGHT.ink};font-size:1.625rem;line-height:2rem;letter-spacing:-.02em}p{margin:8px 0 0}.again{margin-top:20px;color:${LIGHT.muted};font-size:.9375rem}ul{display:flex;gap:20px;margin:20px 0 0;padding:0;list-style:none;font-size:.9375rem}ul:empty{display:none}ul a{padding:4px 0;color:${LIGHT.link}}main>a{display:block;margin-top:24px;padding:12px;border-radius:10px;background:${LIGHT.action};color:${LIGHT["on-action"]};font-weight:650;text-align:center;text-decoration:none}a:focus-visible{outline:2px solid ${LIGHT.focus};outline-offset:2px}@media(prefers-color-scheme:dark){body{background:${DARK.bg};color:${DARK.body}}main{background:${DARK.surface};border-color:${DARK.line}}h1{color:${DARK.ink}}.again{color:${DARK.muted}}ul a{color:${DARK.link}}main>a{background:${DARK.action};color:${DARK["on-action"]}}}`;

/** What the policy of pages knows it by (CSP Level 3 §2.3.1). */
export const PLAIN_STYLE_HASH = `'sha256-${createHash("sha256").update(PLAIN_STYLE).digest("base64")}'`;
