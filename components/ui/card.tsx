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

/** What can be done with a row: a button, on a phone a word at the right of the title. */
export const rowAction =
  "narrow:-my-2.5 narrow:-mr-2 narrow:border-transparent narrow:bg-transparent narrow:px-2 narrow:text-link narrow:shadow-none";

/** One line of a card: what it is, what is known of it, what can be done. */
export function Row({
  icon,
  title,
  titleId,
  tag,
  action,
  children,
}: {
  icon: ReactNode;
  title: string;
  /** for an action whose name does not say what it is about */
  titleId: string;
  tag?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="group/row grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line px-4 py-3.5 sm:gap-x-3.5 sm:px-5">
      <span className="row-span-2 grid size-9 place-items-center self-start rounded-[10px] border border-line bg-raised text-muted sm:size-10 sm:self-center sm:rounded-xl">
        {icon}
      </span>
      <p className="col-start-2 flex flex-wrap items-center gap-x-2 gap-y-1 self-end font-semibold wrap-anywhere text-ink">
        <span id={titleId}>{title}</span>
        {tag}
      </p>
      <div className="col-start-2 row-start-2 self-start text-small wrap-anywhere text-muted narrow:col-end-4">
        {children}
      </div>
      {action && (
        <div className="col-start-3 row-[1/3] narrow:row-[1/2] narrow:self-start">{action}</div>
      )}
    </li>
  );
}
