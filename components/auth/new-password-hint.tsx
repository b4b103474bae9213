import { limits } from "@/lib/config/limits";
import { messages } from "@/lib/messages/messages";
import { FieldLine } from "../ui/field-frame";

/** The rule of a new password: length alone, in code points like the server's. Not there beside what is wrong with it. */
export function NewPasswordHint({ id, note }: { id: string; note?: string | undefined }) {
  const { password } = messages().screen;
  return (
    <div
      id={id}
      data-shortest={limits.passwordShortest}
      className="group/hint grid gap-1.5 group-has-[>.error]/under:hidden"
    >
      <FieldLine kind="hint" className="group-data-met/hint:hidden">
        {password.rule}
      </FieldLine>
      <FieldLine kind="met" icon="check" className="not-group-data-met/hint:hidden">
        {password.ruleMet}
      </FieldLine>
      {note && <FieldLine kind="hint">{note}</FieldLine>}
    </div>
  );
}
