import { LiveForm } from "../client/live-form";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Card, Row, Rows, rowAction } from "../ui/card";
import { Hidden } from "../ui/hidden";
import { GoogleMark, Icon } from "../ui/icon";
import { Tag } from "../ui/tag";

type Google = {
  /** its address at Google, where one is linked */
  linked: string | null;
  /** whether one can be linked here */
  offered: boolean;
};

/** The ways in of this account; the magic link is always one of them. */
export function MethodsCard({
  hasPassword,
  google,
  csrfToken,
}: {
  hasPassword: boolean;
  google: Google;
  csrfToken: string;
}) {
  const active = <Tag>Activo</Tag>;
  return (
    <Card id="metodos" title="Métodos de inicio de sesión">
      <Rows>
        <Row
          icon={<Icon name="key" />}
          title="Contraseña"
          titleId="metodo-contrasena"
          tag={hasPassword && active}
          action={
            <a
              href="/cuenta/contrasena"
              aria-describedby="metodo-contrasena"
              className={`${buttonClass("secondary", "small")} ${rowAction}`}
            >
              {hasPassword ? "Cambiar" : "Crear"}
            </a>
          }
        >
          {hasPassword ? "La usas con tu correo" : "Todavía no tienes una"}
        </Row>
        {(google.linked || google.offered) && (
          <Row
            icon={<GoogleMark />}
            title="Google"
            titleId="metodo-google"
            tag={google.linked && active}
            action={<GoogleAction linked={google.linked !== null} csrfToken={csrfToken} />}
          >
            {google.linked ?? "Todavía no está vinculado"}
          </Row>
        )}
        <Row icon={<Icon name="mail" />} title="Link mágico" titleId="metodo-correo" tag={active}>
          Siempre disponible en tu correo
        </Row>
      </Rows>
    </Card>
  );
}

function GoogleAction({ linked, csrfToken }: { linked: boolean; csrfToken: string }) {
  return (
    <LiveForm
      action={linked ? "/cuenta/metodos/google/desvincular" : "/cuenta/metodos/google/vincular"}
      native
    >
      <Hidden values={{ csrfToken }} />
      <Button kind="secondary" size="small" describedBy="metodo-google" className={rowAction}>
        {linked ? "Desvincular" : "Vincular"}
      </Button>
    </LiveForm>
  );
}
