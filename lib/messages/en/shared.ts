/** What stands at more than one place, word for word. */
export const SENDING = "Sending…";
export const SAVING = "Saving…";
export const CONFIRMING = "Confirming…";
export const SIGNING_IN = "Signing in…";
export const DELETING = "Deleting…";
export const SEND_LINK = "Send magic link";
export const IS_IT_YOU = "Confirm it’s you";
export const BY_MAIL = "sign in with your email";
export const PASSWORD = "Password";
export const VERIFIED = "Confirmed";
export const TO_HOME = "Go to the home page";
export const CONFIRM_EMAIL = "Confirm email";
export const UNDO = "Undo the change";
export const NOT_YOU = "Wasn’t you?";
export const UNDO_BUTTON = {
  text: UNDO,
  purpose:
    "if it wasn’t you: your account will go back to this email address, and we’ll end all its sessions.",
};
