import type { ReactNode } from "react";

/** A titled part of the account's page. `action` stands beside the title, under it where it is narrow. */
export function Card({
  id,
  title,
  action,
  children,
}: {
  id: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const titleId = `${id}-titulo`;
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="min-w-0 rounded-card border border-line bg-surface shadow-1"
    >
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-4.5 pb-3.5 sm:px-5">
        <h2 id={titleId} className="text-h2">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <ul>{children}</ul>;
}

/** One line of a card: what it is, what is known of it, what can be done. */
export function Row({
  icon,
  title,
  tag,
  action,
  children,
}: {
  icon?: ReactNode;
  title: string;
  tag?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="flex items-center gap-3 border-t border-line px-4 py-3.5 sm:gap-3.5 sm:px-5">
      {icon && (
        <span className="grid size-9 shrink-0 place-items-center self-start rounded-[10px] border border-line bg-raised text-muted sm:size-10 sm:self-center sm:rounded-xl">
          {icon}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold text-ink">
          {title}
          {tag}
        </p>
        <div className="text-small wrap-anywhere text-muted">{children}</div>
      </div>
      {action}
    </li>
  );
}
