import type { Config } from "tailwindcss";

/**
 * The scales: type, corners, motion. Colours and shadows are CSS variables in `app/globals.css`,
 * since they change with the person's colour scheme.
 */
export default {
  content: ["./app/**/*.tsx", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      screens: { narrow: { max: "479px" }, wide: "100rem" },
      fontSize: {
        h1: ["1.625rem", { lineHeight: "2rem", letterSpacing: "-0.02em", fontWeight: "700" }],
        "h1-lg": ["1.875rem", { lineHeight: "2.25rem", letterSpacing: "-0.02em" }],
        h2: ["1.0625rem", { lineHeight: "1.5rem", letterSpacing: "-0.01em", fontWeight: "650" }],
        button: ["1rem", { lineHeight: "1.5rem", letterSpacing: "-0.005em", fontWeight: "650" }],
        label: ["0.9375rem", { lineHeight: "1.25rem", fontWeight: "600" }],
        fact: ["0.9375rem", { lineHeight: "1.375rem" }],
        small: ["0.875rem", { lineHeight: "1.25rem" }],
        note: ["0.8125rem", { lineHeight: "1.125rem" }],
        tag: ["0.75rem", { lineHeight: "1.25rem", fontWeight: "650" }],
      },
      borderRadius: { ctl: "10px", card: "16px", stage: "24px" },
      transitionTimingFunction: { calm: "cubic-bezier(.2,.7,.2,1)" },
      keyframes: {
        enter: { from: { opacity: "0", transform: "translateY(6px)" } },
        turn: { to: { transform: "rotate(1turn)" } },
      },
      animation: {
        enter: "enter 280ms cubic-bezier(.2,.7,.2,1)",
        turn: "turn 0.7s linear infinite",
        "turn-calm": "turn 2.4s steps(8) infinite",
      },
    },
  },
} satisfies Config;
