import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import { DARK, LIGHT, propertiesOf } from "./lib/config/brand";

const names = Object.keys(LIGHT);

/** The scales: type, corners, motion; and the brand's colours, as CSS variables that follow the colour scheme. */
export default {
  content: ["./app/**/*.tsx", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
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
        // moves without fading: what is unseen is painted late
        enter: { from: { transform: "translateY(6px)" } },
        turn: { to: { transform: "rotate(1turn)" } },
      },
      animation: {
        enter: "enter 280ms cubic-bezier(.2,.7,.2,1)",
        turn: "turn 0.7s linear infinite",
        "turn-calm": "turn 2.4s steps(8) infinite",
      },
    },
  },
  plugins: [
    plugin(({ addBase }) =>
      addBase({
        ":root": propertiesOf(LIGHT),
        "@media (prefers-color-scheme: dark)": { ":root": propertiesOf(DARK) },
        // a picture, the same in both
        ".stage": propertiesOf(LIGHT),
      }),
    ),
  ],
} satisfies Config;
