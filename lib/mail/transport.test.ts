import { expect, it } from "vitest";
import { createTransport } from "./transport";

const DEADLINES = { connect: 1_000, total: 2_000 };
const optionsOf = (emailServer: string) =>
  createTransport({ emailServer, origin: "http://localhost:3000" }, DEADLINES).options;

it.each([
  ["smtp://ingreso:clave@correo.ejemplo.com:587", true],
  ["smtp://correo.ejemplo.com:25", false],
  ["smtp://ingreso:clave@localhost:1025", false],
  ["smtp://ingreso:clave@127.0.0.1:1025", false],
  ["smtp://ingreso:clave@127.0.1.1:1025", false],
  ["smtp://ingreso:clave@[::1]:1025", false],
  ["smtp://ingreso:clave@127.0.0.1.ejemplo.com:1025", true],
  ["smtp://ingreso:clave@correo.ejemplo.com:587?requireTLS=false", false],
])("sends a password over %s only where requireTLS is %s", (emailServer, requireTLS) => {
  expect(optionsOf(emailServer)).toHaveProperty("requireTLS", requireTLS);
});

it.each(["logger", "debug", "transactionLog", "pool"])(
  "does not let the server's address turn on %s",
  (option) => {
    expect(optionsOf(`smtp://correo.ejemplo.com?${option}=true&name=x`)).not.toHaveProperty(option);
  },
);

it("reads what the server's address says", () => {
  const options = optionsOf(
    "smtps://ingreso%40e.com:p%40%2Fs@correo.ejemplo.com:2465?name=ingreso",
  );
  expect(options).toMatchObject({
    host: "correo.ejemplo.com",
    port: 2465,
    secure: true,
    name: "ingreso",
    auth: { user: "ingreso@e.com", pass: "p@/s" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
});
