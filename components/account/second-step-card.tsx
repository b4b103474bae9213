import type { Messages } from "@/lib/messages/catalogue";
import { buttonClass } from "../ui/button-class";
import { Card } from "../ui/card";
import { Tag } from "../ui/tag";
import { Since } from "./second-step-on";

/** Whether the second step is on, and the way to its page. @param since null while it is off */
export function SecondStepCard({ say, since }: { say: Messages["twoSteps"]; since: Date | null }) {
  return (
    <Card id="dos-pasos" title={say.title}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t border-line px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-[1_1_180px] text-small text-muted">
          {since ? (
            <span className="flex flex-wrap items-center gap-2">
              <Tag>{say.state.on}</Tag>
              <Since say={say} since={since} />
            </span>
          ) : (
            say.offLead
          )}
        </p>
        <a
          href="/cuenta/dos-pasos"
          aria-describedby="dos-pasos-titulo"
          className={buttonClass("secondary", "small")}
        >
          {since ? say.manage : say.setUp}
        </a>
      </div>
    </Card>
  );
}
