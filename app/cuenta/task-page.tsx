import type { ReactNode } from "react";
import { AccountShell } from "@/components/account/account-shell";
import { TaskCard } from "@/components/account/task-card";
import type { Person } from "@/lib/http/current-user";
import { csrfToken, formState, pageMessages } from "@/lib/http/page";
import type { Path } from "@/lib/routes";

/** One thing that is done in an account, in the account's frame. @param page whose forms' answers it shows */
export async function TaskPage({
  user: { name, address },
  page,
  title,
  children,
}: {
  user: Person;
  page: Path;
  title: string;
  children: ReactNode;
}) {
  const { account } = await pageMessages();
  return (
    <AccountShell
      say={account}
      title={title}
      name={name ?? address}
      csrfToken={await csrfToken()}
      answer={await formState(page)}
    >
      <TaskCard back={account.back}>{children}</TaskCard>
    </AccountShell>
  );
}
