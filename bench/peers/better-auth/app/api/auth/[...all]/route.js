import bcrypt from "bcrypt";
import { betterAuth } from "better-auth";
import { toNextJsHandler } from "better-auth/next-js";
import { magicLink } from "better-auth/plugins";
import { createTransport } from "nodemailer";
import { Pool } from "pg";

// better-auth as its documentation sets it up: passwords, links by mail, sessions in the database; its limit of
// requests an address is off, since all of them come from one
const { DATABASE_URL, EMAIL_SERVER, EMAIL_FROM, BCRYPT_COST } = process.env;
// at the build there is none
const mailer = createTransport(EMAIL_SERVER ?? {});

const auth = betterAuth({
  database: new Pool({ connectionString: DATABASE_URL }),
  rateLimit: { enabled: false },
  emailAndPassword: {
    enabled: true,
    password: {
      hash: (password) => bcrypt.hash(password, Number(BCRYPT_COST)),
      verify: ({ hash, password }) => bcrypt.compare(password, hash),
    },
  },
  plugins: [
    magicLink({
      sendMagicLink: ({ email, url }) =>
        mailer.sendMail({
          from: EMAIL_FROM,
          to: email,
          subject: "Sign in",
          text: `Sign in\n${url}\n`,
          html: `<p><a href="${url}">Sign in</a></p>`,
        }),
    }),
  ],
});

export const { GET, POST } = toNextJsHandler(auth);
