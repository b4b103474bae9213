import { shown } from "@/lib/http/shown";
import type { Messages } from "@/lib/messages/catalogue";
import { fill } from "@/lib/messages/fill";
import { Banners } from "../ui/banners";
import { buttonClass } from "../ui/button-class";
import { Fact, Facts } from "../ui/facts";
import { Address, Heading } from "../ui/heading";
import { Sentence } from "../ui/sentence";

/**
 * The codes that get their owner in without the phone, this once. They are saved by a link that holds them itself: no server has
 * them any more. Copying and printing need a script (`components/client/recovery-codes.ts`).
 */
export function RecoveryCodes({
  say,
  address,
  codes,
}: {
  say: Messages["twoSteps"];
  address: string;
  codes: readonly string[];
}) {
  shown().made.codes = true;
  const small = `narrow:w-full ${buttonClass("secondary", "small")}`;
  return (
    <>
      <Heading
        lead={<Sentence of={say.codesOf} parts={{ address: <Address>{address}</Address> }} />}
      >
        {say.codes}
      </Heading>
      <Banners />
      <ol
        data-once
        translate="no"
        className="mt-5 grid list-decimal gap-y-1.5 rounded-ctl border border-line bg-raised py-4 pr-2 pl-8 sm:pl-10 text-ink marker:text-muted"
      >
        {codes.map((code) => (
          <li key={code} className="pl-1">
            <code className="font-mono text-small break-words narrow:text-note select-all print:text-base">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <Facts>
        <Fact icon="key">{say.codesLead}</Fact>
        <Fact icon="lock">{say.codesOnce}</Fact>
      </Facts>
      <div className="mt-5 flex flex-wrap gap-2.5 print:hidden">
        <button type="button" hidden data-does="copy" data-done={say.copied} className={small}>
          {say.copy}
        </button>
        <a data-once href={fileOf(say, address, codes)} download={say.fileName} className={small}>
          {say.download}
        </a>
        <button type="button" hidden data-does="print" className={small}>
          {say.print}
        </button>
        <span role="status" data-copied className="self-center text-small text-ok" />
      </div>
      <a href="/cuenta" className={`mt-5 ${buttonClass("primary")}`}>
        {say.done}
      </a>
    </>
  );
}

function fileOf(say: Messages["twoSteps"], address: string, codes: readonly string[]): string {
  const lines = [say.codes, fill(say.codesOf, { address }), say.codesLead, "", ...codes, ""];
  return `data:text/plain;charset=utf-8,${encodeURIComponent(lines.join("\r\n"))}`;
}
