import { Avatar } from "../ui/avatar";

/** Whose account a link opens. */
export function AccountCard({ address, name }: { address: string; name?: string | null }) {
  return (
    <div className="mt-5.5 flex min-w-0 items-center gap-3.5 rounded-card border border-line bg-raised p-4">
      <Avatar of={name ?? address} />
      <div className="min-w-0">
        {name && (
          <p className="font-[650] wrap-anywhere text-ink">
            <bdi>{name}</bdi>
          </p>
        )}
        <p
          className={
            name ? "text-small wrap-anywhere text-muted" : "font-[650] wrap-anywhere text-ink"
          }
        >
          {address}
        </p>
      </div>
    </div>
  );
}
