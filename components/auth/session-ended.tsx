import { Alert } from "../ui/alert";

/** Why one is asked to sign in again, where nothing went wrong. */
export function SessionEnded({ children }: { children: string }) {
  return (
    <div role="status">
      <Alert tone="info">{children}</Alert>
    </div>
  );
}
