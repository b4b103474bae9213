import { limits } from "@/lib/config/limits";
import { useMessages } from "../client/messages";
import { FieldLine } from "../ui/field-frame";

/** The rule of a new password: length alone, in code points like the server's. */
export function NewPasswordHint({
  id,
  typed,
  note,
}: {
  id: string;
  typed: string;
  note?: string | undefined;
}) {
  const { password } = useMessages();
  const met = [...typed.normalize("NFKC")].length >= limits.passwordShortest;
  return (
    <div id={id} className="grid gap-1.5">
      {met ? (
        <FieldLine kind="met" icon="check">
          {password.ruleMet}
        </FieldLine>
      ) : (
        <FieldLine kind="hint">{password.rule}</FieldLine>
      )}
      {note && <FieldLine kind="hint">{note}</FieldLine>}
    </div>
  );
}
