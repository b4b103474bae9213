/** Where password managers lead a person who wants another password (W3C, A Well-Known URL for Changing Passwords). */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: "/cuenta/contrasena" } });
}
