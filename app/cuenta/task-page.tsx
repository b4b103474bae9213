import type { ReactNode } from "react";
import { AccountShell } from "@/components/account/account-shell";
import { TaskCard } from "@/components/account/task-card";
import type { Person } from "@/lib/http/current-user";
import { messages } from "@/lib/messages/messages";

/** One thing that is done in an account, in the account's frame. */
export function TaskPage({
  user: { name, address },
  title,
  children,
}: {
  user: Person;
  title: string;
  children: ReactNode;
}) {
  const { account } = messages();
  return (
    <AccountShell say={account} title={title} name={name ?? address}>
      <TaskCard back={account.back}>{children}</TaskCard>
    </AccountShell>
  );
}
