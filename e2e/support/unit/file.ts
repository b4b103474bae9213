// what Next finds around it as a server: its modules look for it when they are loaded
import "next/dist/server/node-environment-baseline.js";
import { inject } from "vitest";
import { createDatabase } from "@/testing/database";
import { setEnvironment } from "../lab/environment";
import { here } from "./here";

// Runs before the test file is imported: `lib` reads its settings once.
setEnvironment({
  DATABASE_URL: await createDatabase(inject("server"), inject("template")),
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of the tests, long enough for every key",
  EMAIL_SERVER: here().smtp,
  EMAIL_FROM: "Alegra <ingreso@localhost>",
  GOOGLE_CLIENT_ID: "local-google",
  GOOGLE_CLIENT_SECRET: "local-google-secret",
  GOOGLE_ISSUER: here().google,
  BCRYPT_COST: "10",
  LOG_LEVEL: "silent",
});
