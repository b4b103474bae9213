import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { danger } from "../banner";
import { solutionsIn } from "../solutions";
import { errors } from "./errors";
import { moments } from "./moments";
import { replies } from "./replies";
import { PASSWORD, SENDING, SIGNING_IN, TO_HOME } from "./shared";

/** Of the elements of pages, some of which the browser's script says: `{name}` instead of functions. */
export const screen = {
  failedTitle: "Error: {title}",
  fieldsWrong: "Check {n} fields",
  offline: danger("You seem to be offline. What you typed is still here, so you can try again."),
  unreadable: errors.Default,
  shell: {
    skip: "Skip to content",
    language: "Language",
    home: `${BRAND.name}, home`,
    links: {
      support: "Support",
      status: "Service status",
      terms: "Terms",
      privacy: "Privacy",
    },
    footer: `One account signs you in to everything from ${BRAND.name}.`,
  },
  stage: {
    label: `${BRAND.name} products`,
    title: "Invoice, get paid, and keep your books in one place.",
    lead: "Everything your business needs, with one account.",
    solutions: solutionsIn("en"),
    invoice: "Invoice 1048",
    paid: "Paid",
    total: "Total",
    sales: "Sales this month",
    received: "Payment received",
    justNow: "Just now",
  },
  fault: {
    title: "Something went wrong",
    lead: errors.Fault.text,
    again: "Try again",
    home: TO_HOME,
    id: "If you write to support, include this code: {id}",
  },
  email: {
    label: "Email",
    example: "name@company.com",
    missing: replies.address.empty,
    meant: "Did you mean {address}?",
  },
  name: { label: "Name", missing: replies.name.empty },
  password: {
    label: PASSWORD,
    newLabel: "New password",
    missing: replies.password.empty,
    show: "Show password",
    hide: "Hide password",
    caps: "Caps Lock is on",
    rule: `Use ${limits.passwordShortest} to ${limits.passwordLongest} characters. A phrase you’ll remember works great.`,
    ruleMet: `Has ${limits.passwordShortest} characters or more`,
  },
  code: {
    lead: "Reading your email on another device?",
    label: `${limits.codeDigits}-digit code`,
    missing: replies.codeMalformed,
    submit: "Sign in with code",
    busy: SIGNING_IN,
  },
  resend: {
    submit: "Resend magic link",
    busy: SENDING,
    done: replies.resent,
    left: "You can resend it in {left}",
    /** for a screen reader */
    spoken: "You can resend it in {left}.",
    ready: "You can resend it now",
  },
  moments,
};
