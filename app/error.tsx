"use client";
import { useSyncExternalStore } from "react";
import { AuthShell } from "@/components/auth/auth-shell";
import { useMessages } from "@/components/client/messages";
import { buttonClass } from "@/components/ui/button-class";
import { Heading } from "@/components/ui/heading";
import { Sentence } from "@/components/ui/sentence";

const never = () => () => undefined;
const ofThisPage = () => document.documentElement.dataset.request;

/** A fault of ours, without a detail of it but the id under which the log has it. */
export default function ErrorPage() {
  const request = useSyncExternalStore(never, ofThisPage, () => undefined);
  const { fault } = useMessages();
  return (
    <AuthShell title={fault.title}>
      <Heading glyph="cloud" tone="warn" lead={fault.lead}>
        {fault.title}
      </Heading>
      <div className="mt-6 grid gap-3">
        <button type="button" onClick={() => location.reload()} className={buttonClass("primary")}>
          {fault.again}
        </button>
        <a href="/" className={buttonClass("secondary")}>
          {fault.home}
        </a>
      </div>
      {request && (
        <p className="mt-6 text-note text-muted">
          <Sentence of={fault.id} parts={{ id: <code className="select-all">{request}</code> }} />
        </p>
      )}
    </AuthShell>
  );
}
