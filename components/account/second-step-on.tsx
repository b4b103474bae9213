import type { ReactNode } from "react";
import type { Messages } from "@/lib/messages/catalogue";
import { Alert } from "../ui/alert";
import { Banners } from "../ui/banners";
import { Button } from "../ui/button";
import { Heading } from "../ui/heading";
import { Hidden } from "../ui/hidden";
import { LiveForm } from "../ui/live-form";
import { LocalTime } from "../ui/local-time";
import { Sentence } from "../ui/sentence";
import { Tag } from "../ui/tag";

type Say = Messages["twoSteps"];

export type TrustedBrowser = {
  id: string;
  device: string;
  where: string | null;
  createdAt: Date;
  expires: Date;
};

/** So many and fewer are few. */
const FEW = 3;

/** The second step that is on: its codes, the devices that skip it, and the way off. */
export function SecondStepOn({
  say,
  since,
  codesLeft,
  devices,
}: {
  say: Say;
  since: Date;
  codesLeft: number;
  devices: TrustedBrowser[];
}) {
  return (
    <>
      <Heading lead={say.onLead}>{say.title}</Heading>
      <p className="mt-2 flex flex-wrap items-center gap-2 text-small text-muted">
        <Tag>{say.state.on}</Tag>
        <Since say={say} since={since} />
      </p>
      <Banners>{codesLeft <= FEW && <Alert tone="warn">{say.codesFew}</Alert>}</Banners>
      <Part text={say.codesLeft(codesLeft)} id="codigos">
        <LiveForm action="/cuenta/dos-pasos/codigos" sentBy="browser">
          <Button kind="secondary" size="small" busy={say.codesBusy} describedBy="codigos">
            {say.codes}
          </Button>
        </LiveForm>
      </Part>
      <section aria-labelledby="dispositivos" className="mt-6 border-t border-line pt-5">
        <h2 id="dispositivos" className="text-h2">
          {say.devices}
        </h2>
        <p className="mt-1 text-small text-muted">
          {devices.length > 0 ? say.devicesLead : say.noDevices}
        </p>
        <ul>
          {devices.map((one) => (
            <Trusted key={one.id} say={say} of={one} />
          ))}
        </ul>
      </section>
      <Part text={say.turnOffLead} id="dejar" title={say.turnOffTitle}>
        <LiveForm action="/cuenta/dos-pasos/desactivar" sentBy="browser">
          <Button kind="danger" size="small" busy={say.turningOff}>
            {say.turnOff}
          </Button>
        </LiveForm>
      </Part>
    </>
  );
}

export function Since({ say, since }: { say: Say; since: Date }) {
  return (
    <span>
      <Sentence
        of={say.since}
        parts={{ day: <LocalTime iso={since.toISOString()} shape="date" /> }}
      />
    </span>
  );
}

function Part({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title?: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line pt-5">
      <div className="min-w-0 flex-[1_1_220px]">
        {title && <h2 className="text-h2">{title}</h2>}
        <p id={id} className="text-small text-muted">
          {text}
        </p>
      </div>
      {children}
    </section>
  );
}

function Trusted({
  say,
  of: { id, device, where, createdAt, expires },
}: {
  say: Say;
  of: TrustedBrowser;
}) {
  const title = `dispositivo-${id}`;
  return (
    <li className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 text-small text-muted">
        <p id={title} className="text-fact font-semibold wrap-anywhere text-ink">
          {device}
        </p>
        {where && <p>{where}</p>}
        <p>
          <Sentence
            of={say.trusted}
            parts={{
              since: <LocalTime iso={createdAt.toISOString()} shape="lately" />,
              until: <LocalTime iso={expires.toISOString()} shape="date" />,
            }}
          />
        </p>
      </div>
      <LiveForm action="/cuenta/dos-pasos/quitar" sentBy="browser">
        <Hidden values={{ device: id }} />
        <Button kind="secondary" size="small" describedBy={title}>
          {say.remove}
        </Button>
      </LiveForm>
    </li>
  );
}
