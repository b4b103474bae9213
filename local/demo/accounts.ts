import { ANA_SUB } from "../google/accounts";

export type DemoAccount = {
  email: string;
  name: string;
  password?: string;
  /** Who this is at the local Google. */
  googleSub?: string;
  /** How this person signs in, in words. */
  ways: string;
};

/** The one with a password. */
export const DEMO = { email: "demo@ejemplo.com", password: "una-clave-de-demo-2026" };

/** The people who are there from the start: one for each way in. */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  { ...DEMO, name: "Demo Ejemplo", ways: `password ${DEMO.password}, magic link` },
  {
    email: "ana@gmail.com",
    name: "Ana Torres",
    googleSub: ANA_SUB,
    ways: "Google, magic link",
  },
  { email: "luis@outlook.com", name: "Luis Pérez", ways: "magic link" },
];
