import { buttonClass } from "../ui/button-class";
import { Icon } from "../ui/icon";

/** `Ir a Gmail`: opens the person's webmail beside this page. */
export function InboxLink({ label, href }: { label: string; href: string }) {
  // a mail program opens by itself: a tab for it would stay empty
  const target = href.startsWith("mailto:") ? undefined : "_blank";
  return (
    <a href={href} target={target} rel="noopener noreferrer" className={buttonClass("primary")}>
      <span>{label}</span>
      <Icon name="out" />
    </a>
  );
}
