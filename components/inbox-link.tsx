import { buttonClass } from "./button-class";
import { Icon } from "./icon";

/** `Ir a Gmail`: opens the person's webmail beside this page. */
export function InboxLink({ label, href }: { label: string; href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={buttonClass("primary")}>
      {label}
      <Icon name="out" />
    </a>
  );
}
