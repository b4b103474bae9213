import { counted, type Sentence } from "@/components/live/sentence";
import { noticeOfError, words } from "@/lib/words";

/** The sentences of some error codes, to be sent along with a form. */
function errors(...codes: string[]): Record<string, Sentence> {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const notice = noticeOfError(code);
      return notice ? [[code, notice]] : [];
    }),
  );
}

function every(): Record<string, Sentence> {
  return {
    ...errors("WrongOrigin", "CookiesRefused", "Away", "Default"),
    Busy: counted(words.busy),
    Offline: { tone: "danger", text: words.offline },
  };
}

/** For forms that are asked nothing of but their fields. */
export const formSentences = every;

/** For forms that look at a password. */
export function passwordSentences(): Record<string, Sentence> {
  return { ...every(), ...errors("CredentialsSignin"), Throttled: counted(words.slowed) };
}

/** For forms that send a mail; what is throttled there is the network, since an address leads to the sent page. */
export function mailSentences(): Record<string, Sentence> {
  return { ...every(), ...errors("EmailSignin"), Throttled: counted(words.rangeFull) };
}

/** For the form of the six digits. */
export function codeSentences(): Record<string, Sentence> {
  return {
    ...every(),
    CodeWrong: counted(words.codeWrong),
    CodeEnded: words.codeEnded,
    Throttled: counted(words.slowed),
  };
}
