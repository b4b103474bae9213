import { describe, expect, it } from "vitest";
import { type Environment, readSettings, warningsOf } from "./settings";

const SECRET = "a secret of the tests, long enough for every key";
const least = {
  DATABASE_URL: "postgresql://app:clave@db/ingreso",
  NEXTAUTH_URL: "https://ingreso.alegra.com",
  NEXTAUTH_SECRET: SECRET,
  EMAIL_SERVER: "smtps://user:clave@smtp.alegra.com",
};
const read = (environment: Environment) => {
  const result = readSettings({ ...least, ...environment });
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.settings;
};
const problems = (environment: Environment) => {
  const result = readSettings({ ...least, ...environment });
  return result.ok ? [] : result.problems;
};

describe("settings", () => {
  it("need four variables; the rest has what the contract says", () => {
    expect(read({})).toMatchObject({
      databaseUrl: least.DATABASE_URL,
      origin: "https://ingreso.alegra.com",
      https: true,
      secret: SECRET,
      previousSecret: null,
      passwordPepper: expect.any(String),
      emailServer: least.EMAIL_SERVER,
      emailFrom: "Alegra <ingreso@localhost>",
      google: null,
      trustedProxyHops: 0,
      serverless: false,
      bcryptCost: 12,
      cronSecret: null,
      termsUrl: null,
      privacyUrl: null,
      supportUrl: null,
      statusUrl: null,
      appUrl: null,
      port: 3000,
      logLevel: "info",
    });
  });

  it.each(Object.keys(least))("miss %s in one clear line", (name) => {
    expect(problems({ [name]: undefined })).toEqual([`${name} is not set`]);
    expect(problems({ [name]: "" })).toEqual([`${name} is not set`]);
  });

  it("name every problem at once", () => {
    const result = readSettings({});
    expect(!result.ok && result.problems).toHaveLength(4);
  });

  it.each([
    ["DATABASE_URL", "mysql://db/ingreso"],
    ["DATABASE_URL", "not an address"],
    ["NEXTAUTH_URL", "http://ingreso.alegra.com"],
    ["NEXTAUTH_URL", "http://localhost.evil.com"],
    ["NEXTAUTH_URL", "ftp://ingreso.alegra.com"],
    ["NEXTAUTH_URL", "ingreso.alegra.com"],
    ["NEXTAUTH_URL", "https://ingreso.alegra.com/cuenta"],
    ["NEXTAUTH_URL", "https://ingreso.alegra.com/?a=b"],
    ["NEXTAUTH_URL", "https://ana@ingreso.alegra.com"],
    ["NEXTAUTH_SECRET", "31 characters are one too few.."],
    ["NEXTAUTH_SECRET_PREVIOUS", "short"],
    ["EMAIL_SERVER", "https://smtp.alegra.com"],
    ["EMAIL_SERVER", "smtp:///"],
    ["EMAIL_SERVER", "smtps:///smtp.alegra.com"],
    ["EMAIL_SERVER", "smtp://?name=alegra.com"],
    ["TRUSTED_PROXY_HOPS", "-1"],
    ["TRUSTED_PROXY_HOPS", "1.5"],
    ["TRUSTED_PROXY_HOPS", "dos"],
    ["BCRYPT_COST", "9"],
    ["BCRYPT_COST", "16"],
    ["BCRYPT_COST", "doce"],
    ["DATABASE_DIRECT_URL", "nothing"],
    ["DATABASE_DIRECT_URL", "mysql://db/ingreso"],
    ["EMAIL_FROM", "nobody"],
    ["EMAIL_FROM", "Alegra <nobody>"],
    ["EMAIL_FROM", "ingreso@alegra.com, otra@alegra.com"],
    ["EMAIL_FROM", "Alegra <ingreso@alegra.com> <otra@alegra.com>"],
    ["EMAIL_FROM", "Equipo: ingreso@alegra.com;"],
    ["EMAIL_FROM", "Alegra <ingreso@alegra.com>\nBcc: otra@alegra.com"],
    ["EMAIL_FROM", "ingreso@@alegra.com"],
    ["EMAIL_FROM", "ingreso@alegra com"],
    ["TERMS_URL", "javascript:alert(1)"],
    ["PRIVACY_URL", "/privacidad"],
    ["SUPPORT_URL", "ayuda@example.com"],
    ["SUPPORT_URL", "mailto:ayuda"],
    ["STATUS_URL", "mailto:ayuda@example.com"],
    ["APP_URL", "javascript:alert(1)"],
    ["LANGUAGES", "es,fr"],
    ["LANGUAGES", "es,,en"],
    ["LANGUAGES", "español"],
    ["PORT", "70000"],
    ["PORT", "tres mil"],
    ["LOG_LEVEL", "loud"],
  ])("refuse %s=%s in one line that names it and keeps its value to itself", (name, value) => {
    const [line = "", ...more] = problems({ [name]: value });
    expect(more).toEqual([]);
    expect(line).toMatch(new RegExp(`^${name} must `));
    expect(line).not.toContain("\n");
    if (value.length > 5) expect(line).not.toContain(value);
  });

  it.each(["#", "/", "?"])("say how a %s is written in a password", (sign) => {
    const escaped = { "#": "%23", "/": "%2F", "?": "%3F" }[sign];
    for (const half of ["12", "ab"])
      for (const [name, scheme] of [
        ["DATABASE_URL", "postgresql"],
        ["DATABASE_DIRECT_URL", "postgres"],
        ["EMAIL_SERVER", "smtp"],
      ] as const) {
        const [line = "", ...more] = problems({
          [name]: `${scheme}://ana:${half}${sign}34@db.example.com/x`,
        });
        expect(more).toEqual([]);
        expect(line).toMatch(
          new RegExp(`^${name} must not have a bare \\${sign} .*: write \\${sign} as ${escaped} `),
        );
        expect(line).not.toMatch(/ana|34@|example/);
      }
  });

  it.each(["ana:p?a=b@", "ana:p?a@", "ana:12?a=b@", "ana:p?a=b&c=d@", "ana:p?a&c=d@"])(
    "say how a ? is written in %s",
    (login) => {
      const [line = "", ...more] = problems({
        DATABASE_URL: `postgresql://${login}db.example.com/x?sslmode=require`,
      });
      expect(more).toEqual([]);
      expect(line).toMatch(/^DATABASE_URL must not have a bare \? .*: write \? as %3F /);
    },
  );

  it("say what an address lost that a comment or a quotation mark has cut", () => {
    expect(problems({ DATABASE_URL: "postgresql://ana:clave" })[0]).toMatch(
      /port; .*write # as %23/,
    );
    expect(problems({ EMAIL_SERVER: '"smtp://localhost"' })).toEqual([
      "EMAIL_SERVER must stand without quotation marks around it",
    ]);
  });

  it.each([
    ["DATABASE_URL", "postgresql://ana:50%off@db/ingreso"],
    ["DATABASE_URL", "postgresql://ana:a@b@db/ingreso"],
    ["DATABASE_URL", "postgresql://ana:x@/ingreso?host=/cloudsql/project:region:instance"],
    ["DATABASE_URL", "postgresql:///ingreso?host=/run/postgresql&user=ana@tenant"],
    ["DATABASE_URL", "postgresql://ana:x@%2Frun%2Fpostgresql/ingreso"],
    [
      "DATABASE_URL",
      "postgresql://ana:x@one:5432,two:5433/ingreso?target_session_attrs=read-write",
    ],
    ["DATABASE_URL", "postgres://ana@[::1]:5432/ingreso"],
    ["DATABASE_URL", "POSTGRESQL://db"],
    ["DATABASE_URL", "postgresql://db:5432?user=ana@tenant&password=a@b/c?d"],
    ["DATABASE_URL", "postgresql://db:5432?sslrootcert=/run/credentials/ingreso@3000.service/ca"],
    ["EMAIL_SERVER", "smtp://ana%40example.com:50%off@[::1]:25/?tls.rejectUnauthorized=false"],
    ["EMAIL_SERVER", "SMTPS://ana:a@b@smtp.example.com"],
  ])("take %s=%s", (name, value) => {
    expect(problems({ [name]: value })).toEqual([]);
  });

  it.each([
    "http://localhost:4000",
    "http://127.0.0.1:4000",
    "http://127.0.0.2:4000",
    "http://[::1]:4000",
  ])("take %s without https", (origin) => {
    expect(read({ NEXTAUTH_URL: origin })).toMatchObject({ origin, https: false });
  });

  it.each(["/", "/api/auth", "/api/auth/"])("take an origin that ends in %s", (end) => {
    expect(read({ NEXTAUTH_URL: least.NEXTAUTH_URL + end }).origin).toBe(least.NEXTAUTH_URL);
  });

  it.each([
    "Alegra <ingreso@localhost>",
    "ingreso@localhost",
    "<ingreso@alegra.com>",
    '"Alegra, S.A." <ingreso@correo.alegra.com>',
    "Facturación Ñandú <ingreso@ñandú.com>",
  ])("take %s as the sender", (emailFrom) => {
    expect(read({ EMAIL_FROM: emailFrom }).emailFrom).toBe(emailFrom);
  });

  it("take the database's address past its pooler", () => {
    for (const protocol of ["postgres", "postgresql"])
      expect(problems({ DATABASE_DIRECT_URL: `${protocol}://db/ingreso` })).toEqual([]);
  });

  it("take a scheduler's secret of any length, and say that a short one can be guessed", () => {
    expect(read({ CRON_SECRET: "x" }).cronSecret).toBe("x");
    expect(warningsOf(read({ CRON_SECRET: "x" }))).toEqual([
      expect.stringMatching(/^CRON_SECRET has fewer than 16 characters/),
    ]);
    expect(warningsOf(read({ CRON_SECRET: "x".repeat(16) }))).toEqual([]);
    expect(warningsOf(read({}))).toEqual([]);
  });

  it("have Google with both halves of a client, at Google unless told another issuer", () => {
    const client = { GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret" };
    const issuer = "https://accounts.google.com";
    expect(read(client).google).toEqual({ clientId: "id", clientSecret: "secret", issuer });
    expect(read({ ...client, GOOGLE_ISSUER: "http://localhost:9/" }).google?.issuer).toBe(
      "http://localhost:9",
    );
    for (const half of ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"])
      expect(problems({ [half]: "one" })).toEqual([expect.stringContaining("go together")]);
  });

  it("believe one proxy on a serverless host, whose own address they take; never none", () => {
    const host = { VERCEL: "1", NEXTAUTH_URL: undefined, VERCEL_URL: "rama-7.vercel.app" };
    expect(read(host)).toMatchObject({ origin: "https://rama-7.vercel.app", trustedProxyHops: 1 });
    expect(problems({ ...host, TRUSTED_PROXY_HOPS: "0" })).toEqual([
      expect.stringMatching(/^TRUSTED_PROXY_HOPS /),
    ]);
  });

  it("take a preview's own address, and production's only for production", () => {
    const host = {
      VERCEL: "1",
      NEXTAUTH_URL: undefined,
      VERCEL_URL: "rama-7.vercel.app",
      VERCEL_PROJECT_PRODUCTION_URL: "ingreso.example.com",
    };
    const originAt = (VERCEL_ENV: string) => read({ ...host, VERCEL_ENV }).origin;
    expect(originAt("production")).toBe("https://ingreso.example.com");
    expect(originAt("preview")).toBe("https://rama-7.vercel.app");
  });

  it("take no origin from a platform that is not there", () => {
    expect(problems({ NEXTAUTH_URL: undefined, VERCEL_URL: "evil.com" })).toEqual([
      "NEXTAUTH_URL is not set",
    ]);
  });

  it("refuse what would make next-auth believe a request's Host", () => {
    expect(problems({ AUTH_TRUST_HOST: "1" })).toEqual([
      expect.stringMatching(/^AUTH_TRUST_HOST must not be set/),
    ]);
  });
});
