import type { ReactNode } from "react";
import { shown } from "@/lib/http/shown";
import type { Banner } from "@/lib/messages/banner";
import { Hidden } from "./hidden";

/**
 * A form that works from the HTML alone and, once scripts run, is sent by fetch (`components/client/forms.ts`), so that
 * nothing typed is lost. A form that changes something says to whom its page was shown.
 */
export function LiveForm({
  id,
  action,
  method = "post",
  children,
  sentBy = "fetch",
  focusFirst = false,
  done,
  fresh,
  passkey,
  className,
  labelledBy,
}: {
  id?: string;
  action: string;
  /** `get` leads to another page: only with `sentBy="browser"` */
  method?: "post" | "get";
  children: ReactNode;
  /** `download`: the browser sends it for a file, and this page stays as it was */
  sentBy?: "fetch" | "browser" | "download";
  /** puts the cursor into the first empty field, where no keyboard would jump up */
  focusFirst?: boolean;
  /** shown on this page after success, instead of following the reply's `url` */
  done?: Banner;
  /** its name, where it is made anew when the page is seen again */
  fresh?: string;
  /** it sends what an authenticator gives (`components/client/passkey-form.ts`) */
  passkey?: { challenge: string; there: string | undefined };
  className?: string;
  labelledBy?: string;
}) {
  return (
    <form
      id={id}
      method={method}
      action={action}
      data-sent-by={sentBy}
      data-focus-first={focusFirst || undefined}
      data-fresh={fresh}
      data-done={done && JSON.stringify(done)}
      data-passkey={passkey && "form"}
      data-challenge={passkey?.challenge}
      data-there={passkey?.there}
      className={className}
      aria-labelledby={labelledBy}
    >
      {method === "post" && <Ours />}
      {children}
    </form>
  );
}

/**
 * By `person` an endpoint refuses to act for another user who signed in here since. `csrfToken` is there also where it is empty,
 * as in a document that is made ahead: it says that a page of ours sent the form.
 */
export function Ours() {
  const { csrfToken, user } = shown();
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <Hidden values={{ person: user?.id }} />
    </>
  );
}
