/** A sentence at the head of a page; a link leads from some of its words. */
export type Banner = {
  tone: "danger" | "warn" | "ok" | "info";
  text: string;
  link?: { href: string; text: string };
};

const of =
  (tone: Banner["tone"]) =>
  (text: string): Banner => ({ tone, text });

export const danger = of("danger");
export const warn = of("warn");
export const ok = of("ok");
export const info = of("info");

/** Links the words `text` of a banner to the request of a sign-in link. */
export const toMail = (banner: Banner, text: string): Banner => ({
  ...banner,
  link: { href: "/login/correo", text },
});
