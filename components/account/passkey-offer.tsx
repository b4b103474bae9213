import { shown } from "@/lib/http/shown";
import { messages } from "@/lib/messages/messages";
import { buttonClass } from "../ui/button-class";
import { Hidden } from "../ui/hidden";
import { Icon } from "../ui/icon";
import { Ours } from "../ui/live-form";

/** Shown once, where this device has what it takes (`components/client/passkey-upgrade.ts`). */
export function PasskeyOffer() {
  const say = messages().passkeys;
  return (
    <section
      hidden
      data-passkey="offer"
      aria-labelledby="oferta"
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-brand-line bg-brand-soft p-4 sm:px-5"
    >
      <Icon name="key" className="text-link" />
      <div className="min-w-56 flex-1">
        <h2 id="oferta" className="text-h2">
          {say.offer}
        </h2>
        <p className="text-small">{say.offerLead}</p>
      </div>
      <div className="flex flex-wrap gap-2.5 narrow:w-full">
        <a
          href="/cuenta/llaves"
          className={`${buttonClass("primary", "small")} narrow:w-full narrow:whitespace-normal`}
        >
          {say.add}
        </a>
        <button type="button" className={`${buttonClass("text", "small")} narrow:w-full`}>
          {say.later}
        </button>
      </div>
    </section>
  );
}

/** After a password sign-in the browser may create a passkey by itself; this hidden form sends it. */
export function PasskeyUpgrade() {
  const { user } = shown();
  if (!user?.session.upgradable) return null;
  const about = {
    address: "/cuenta/llaves/reto",
    once: user.session.createdAt.toISOString(),
    made: messages().passkeys.made,
  };
  return (
    <form
      hidden
      method="post"
      action="/cuenta/llaves/agregar"
      data-passkey="upgrade"
      data-about={JSON.stringify(about)}
    >
      <Ours />
      <Hidden values={{ silent: "true" }} />
      <input type="hidden" name="credential" />
    </form>
  );
}
