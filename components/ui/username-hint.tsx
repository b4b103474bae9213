/** Tells password managers whose password a form is about; it has no name, so it is not sent. */
export function UsernameHint({ address }: { address: string }) {
  return (
    <input
      type="text"
      autoComplete="username"
      defaultValue={address}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
    />
  );
}
