import { buttonClass } from "./button-class";
import { Hidden } from "./hidden";
import { GoogleMark, Icon } from "./icon";

/** To Google: always sent by the browser itself, since the answer is another site. */
export function GoogleForm({
  csrfToken,
  callbackUrl,
}: {
  csrfToken: string;
  callbackUrl: string | null;
}) {
  return (
    <form method="post" action="/api/auth/signin/google">
      <Hidden values={{ csrfToken, callbackUrl }} />
      <button type="submit" className={buttonClass("google")}>
        <GoogleMark />
        Iniciar sesión con Google
      </button>
    </form>
  );
}

/** To the magic link's page. A form, since the help article calls it a button. */
export function MailForm({ callbackUrl }: { callbackUrl: string | null }) {
  return (
    <form method="get" action="/login/correo">
      <Hidden values={{ callbackUrl }} />
      <button type="submit" data-carry className={buttonClass("secondary")}>
        <Icon name="mail" />
        Ingresar desde mi correo
      </button>
    </form>
  );
}
