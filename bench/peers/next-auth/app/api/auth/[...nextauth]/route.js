import { PrismaAdapter } from "@auth/prisma-adapter";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import bcrypt from "bcrypt";
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import EmailProvider from "next-auth/providers/email";

// next-auth as its documentation sets it up: passwords, links by mail, sessions in a cookie (JWT)
const { DATABASE_URL, EMAIL_SERVER, EMAIL_FROM } = process.env;
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL }) });

async function authorize({ email, password }) {
  const user = await prisma.user.findUnique({ where: { email } });
  if (!user?.passwordHash || !(await bcrypt.compare(password, user.passwordHash))) return null;
  return { id: user.id, name: user.name, email: user.email };
}

const handler = NextAuth({
  adapter: PrismaAdapter(prisma),
  session: { strategy: "jwt" },
  providers: [
    CredentialsProvider({ credentials: { email: {}, password: { type: "password" } }, authorize }),
    EmailProvider({ server: EMAIL_SERVER, from: EMAIL_FROM }),
  ],
});

export { handler as GET, handler as POST };
