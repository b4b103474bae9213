import type { Messages } from "@/lib/messages/catalogue";
import { Button } from "../ui/button";
import { buttonClass } from "../ui/button-class";
import { Card, Row, Rows, rowAction } from "../ui/card";
import { GoogleMark, Icon } from "../ui/icon";
import { LiveForm } from "../ui/live-form";
import { Tag } from "../ui/tag";

type Google = {
  /** its address at Google, where one is linked */
  linked: string | null;
  /** whether one can be linked here */
  offered: boolean;
};

/** The ways in of this account; the magic link is always one of them. */
export function MethodsCard({
  say,
  hasPassword,
  google,
  reauthenticated,
}: {
  say: Messages["account"]["methods"];
  hasPassword: boolean;
  google: Google;
  /** whether they proved themselves lately, and may change their ways in */
  reauthenticated: boolean;
}) {
  const active = <Tag>{say.active}</Tag>;
  return (
    <Card id="metodos" title={say.title}>
      <Rows>
        <Row
          icon={<Icon name="key" />}
          title={say.password}
          titleId="metodo-contrasena"
          tag={hasPassword && active}
          action={
            <a
              href="/cuenta/contrasena"
              aria-describedby="metodo-contrasena"
              className={`${buttonClass("secondary", "small")} ${rowAction}`}
            >
              {hasPassword ? say.change : say.create}
            </a>
          }
        >
          {hasPassword ? say.hasPassword : say.noPassword}
        </Row>
        {(google.linked || google.offered) && (
          <Row
            icon={<GoogleMark />}
            title={say.google}
            titleId="metodo-google"
            tag={google.linked && active}
            action={<GoogleAction say={say} linked={google.linked !== null} />}
          >
            <p>{google.linked ?? say.noGoogle}</p>
            {reauthenticated && (
              <p className="hidden font-semibold text-ink group-has-[:target]/row:block">
                {google.linked ? say.mayUnlink : say.mayLink}
              </p>
            )}
          </Row>
        )}
        <Row icon={<Icon name="mail" />} title={say.email} titleId="metodo-correo" tag={active}>
          {say.always}
        </Row>
      </Rows>
    </Card>
  );
}

function GoogleAction({ say, linked }: { say: Messages["account"]["methods"]; linked: boolean }) {
  return (
    <LiveForm
      action={linked ? "/cuenta/metodos/google/desvincular" : "/cuenta/metodos/google/vincular"}
      sentBy="browser"
    >
      <Button
        id="google"
        kind="secondary"
        size="small"
        describedBy="metodo-google"
        className={rowAction}
      >
        {linked ? say.unlink : say.link}
      </Button>
    </LiveForm>
  );
}
