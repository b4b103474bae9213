/** Where a page says what happened. */
export const BANNER_ID = "aviso";

/** Said of the document when parts of it were made anew. */
export const FRESH = "ingreso:fresh";

/** Said of a form, on it, when its sending has ended and the page is still here. */
export const ENDED = "ingreso:ended";

/** What the script clones, by the id of its `<template>`. */
export const TEMPLATES = {
  danger: "t-danger",
  warn: "t-warn",
  ok: "t-ok",
  info: "t-info",
  summary: "t-summary",
  error: "t-error",
  said: "t-said",
  spinner: "t-spinner",
} as const;
