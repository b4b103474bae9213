import { messages } from "@/lib/messages/messages";
import { buttonClass } from "../ui/button-class";
import { Card } from "../ui/card";
import { TextLink } from "../ui/links";

/** How many passkeys there are, and the way to them. */
export function PasskeysCard({ many }: { many: number }) {
  const say = messages().passkeys;
  return (
    <div data-fresh="llaves">
      <Card id="llaves" title={say.title}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line px-4 py-4 sm:px-5">
          {many > 0 ? (
            <p className="text-small">
              <TextLink href="/cuenta/llaves">{say.many(many)}</TextLink>
            </p>
          ) : (
            <p className="text-small text-muted">{say.lead}</p>
          )}
          <a
            href="/cuenta/llaves"
            className={`${buttonClass("secondary", "small")} narrow:whitespace-normal`}
          >
            {say.add}
          </a>
        </div>
      </Card>
    </div>
  );
}
