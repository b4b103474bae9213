import type { ReactNode } from "react";
import { LiveForm } from "../client/live-form";
import { Avatar } from "../ui/avatar";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Hidden } from "../ui/hidden";
import { LocalTime } from "../ui/local-time";
import { Tag } from "../ui/tag";

/** Who this account is. Its address is always a proved one; its name can be changed. */
export function ProfileCard({
  name,
  address,
  createdAt,
  children,
}: {
  name: string | null;
  address: string;
  createdAt: Date;
  children: ReactNode;
}) {
  return (
    <Card id="perfil" title="Perfil">
      <div className="flex items-center gap-4 px-4 pt-0.5 pb-3 sm:px-5">
        <Avatar of={name ?? address} size="large" />
        <div className="min-w-0">
          {name && (
            <p className="text-h2 wrap-anywhere text-ink">
              <bdi>{name}</bdi>
            </p>
          )}
          <p className="text-small wrap-anywhere">
            <span className="mr-1.5" suppressHydrationWarning>
              {address}
            </span>
            <Tag>Verificado</Tag>
          </p>
          <p className="mt-1 text-small text-muted">
            <span>{"Cuenta creada en "}</span>
            <LocalTime iso={createdAt.toISOString()} shape="month" />
          </p>
        </div>
      </div>
      {children}
    </Card>
  );
}

/** Folded away until it is wanted, or until what was typed has to be corrected. */
export function NameForm({
  name,
  wrong,
  csrfToken,
  missing,
}: {
  /** what the field begins with */
  name: string;
  /** whether a name was just refused */
  wrong: boolean;
  csrfToken: string;
  missing: string;
}) {
  return (
    <details open={wrong} className="border-t border-line px-4 pb-2 sm:px-5 open:pb-5">
      <summary className="-mx-1 mt-2 flex min-h-11 w-fit cursor-pointer list-none items-center rounded-sm px-1 text-small font-semibold text-link underline-offset-3 hover:underline [&::-webkit-details-marker]:hidden">
        Cambiar nombre
      </summary>
      <LiveForm action="/cuenta/perfil/guardar" className="mt-2 grid gap-4">
        <Hidden values={{ csrfToken }} />
        <Field
          label="Nombre"
          name="name"
          autoComplete="name"
          autoCapitalize="words"
          enterKeyHint="done"
          dir="auto"
          missing={missing}
          value={name}
        />
        <Button kind="secondary" size="small" busy="Guardando…" className="justify-self-start">
          Guardar
        </Button>
      </LiveForm>
    </details>
  );
}
