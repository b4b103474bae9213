import { FieldLine } from "../ui/field-frame";

/** NIST SP 800-63B-4 §3.1.1.2: length is the only rule. In code points, like the server's. */
const SHORTEST = 8;

/** The rule of a new password; two lines are kept, so that nothing moves when it is met. */
export function NewPasswordHint({
  id,
  typed,
  note,
}: {
  id: string;
  typed: string;
  note?: string | undefined;
}) {
  const met = [...typed.normalize("NFKC")].length >= SHORTEST;
  return (
    <div id={id} className="grid min-h-10 content-start gap-1.5">
      {met ? (
        <FieldLine kind="met" icon="check">
          Tiene 8 caracteres o más
        </FieldLine>
      ) : (
        <FieldLine kind="hint">
          Entre 8 y 128 caracteres. Una frase que recuerdes funciona muy bien.
        </FieldLine>
      )}
      {note && <FieldLine kind="hint">{note}</FieldLine>}
    </div>
  );
}
