import { Alert } from "../ui/alert";

/** Why one is asked to sign in again, where nothing went wrong. */
export function SessionEnded() {
  return (
    <div role="status">
      <Alert tone="info">Tu sesión terminó. Ingresa de nuevo para continuar.</Alert>
    </div>
  );
}
