/** The one client that the local Google knows. */
export const CLIENT = { id: "local-google", secret: "local-google-secret" };

/** The path of its redirect addresses. */
export const CALLBACK_PATH = "/api/auth/callback/google";
