import { Card, Row, Rows } from "./card";
import { GoogleMark, Icon } from "./icon";
import { Tag } from "./tag";

/** The ways in of this account; the magic link is always one of them. */
export function MethodsCard({
  hasPassword,
  google,
}: {
  hasPassword: boolean;
  /** its address at Google, where one is linked */
  google: string | null;
}) {
  const active = <Tag>Activo</Tag>;
  return (
    <Card id="metodos" title="Métodos de inicio de sesión">
      <Rows>
        <Row icon={<Icon name="key" />} title="Contraseña" tag={hasPassword && active}>
          {hasPassword ? "La usas con tu correo" : "Todavía no tienes una"}
        </Row>
        <Row icon={<GoogleMark />} title="Google" tag={google && active}>
          {google ?? "Todavía no está vinculado"}
        </Row>
        <Row icon={<Icon name="mail" />} title="Link mágico" tag={active}>
          Siempre disponible en tu correo
        </Row>
      </Rows>
    </Card>
  );
}
