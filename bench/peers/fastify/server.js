import { createHash, randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import bcrypt from "bcrypt";
import fastify from "fastify";
import { createTransport } from "nodemailer";
import pg from "pg";

// The least that a server of this kind does: no limits, no notices, no second thought.
const { DATABASE_URL, EMAIL_SERVER, EMAIL_FROM, PORT, ORIGIN } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL });
const mailer = createTransport(EMAIL_SERVER);
const newToken = () => randomBytes(32).toString("base64url");
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const LOGIN = `<!doctype html><html lang="en"><title>Sign in</title><form method="post" action="/sign-in">
<input name="email" type="email"><input name="password" type="password"><button>Sign in</button></form></html>`;

async function enter(userId, reply) {
  const token = newToken();
  const values = [sha256(token), userId];
  await pool.query("insert into sessions (token_hash, user_id) values ($1, $2)", values);
  return reply.setCookie("session", token, { path: "/", httpOnly: true }).redirect("/", 303);
}

const app = fastify();
app.register(cookie);
app.register(formbody);
app.get("/login", (_, reply) => reply.type("text/html; charset=utf-8").send(LOGIN));
app.get("/session", async ({ cookies }) => {
  const { rows } = await pool.query(
    `select u.email from sessions s join users u on u.id = s.user_id where s.token_hash = $1 and s.expires > now()`,
    [sha256(cookies.session ?? "")],
  );
  return { user: rows[0] ?? null };
});
app.post("/sign-in", async ({ body: { email, password } }, reply) => {
  const { rows } = await pool.query("select id, password_hash from users where email = $1", [
    email,
  ]);
  const right = rows[0] && (await bcrypt.compare(password, rows[0].password_hash));
  return right ? enter(rows[0].id, reply) : reply.code(401).send({ error: "wrong" });
});
app.post("/link", async ({ body: { email } }, reply) => {
  const token = newToken();
  await pool.query("insert into links (token_hash, email) values ($1, $2)", [sha256(token), email]);
  const url = `${ORIGIN}/link?token=${token}`;
  await mailer.sendMail({ from: EMAIL_FROM, to: email, subject: "Sign in", text: url });
  return reply.redirect("/login", 303);
});
app.get("/link", async ({ query }, reply) => {
  const { rows } = await pool.query(
    "delete from links where token_hash = $1 and expires > now() returning (select id from users u where u.email = links.email)",
    [sha256(query.token ?? "")],
  );
  return rows[0] ? enter(rows[0].id, reply) : reply.code(401).send({ error: "unknown" });
});
await app.listen({ port: Number(PORT), host: "127.0.0.1" });
