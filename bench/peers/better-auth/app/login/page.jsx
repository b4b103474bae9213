"use client";
import { createAuthClient } from "better-auth/react";

const { signIn } = createAuthClient();

export default function Login() {
  const submit = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.email({ email: form.get("email"), password: form.get("password"), callbackURL: "/" });
  };
  return (
    <form onSubmit={submit}>
      <label>
        Email <input name="email" type="email" autoComplete="username" />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" />
      </label>
      <button type="submit">Sign in</button>
    </form>
  );
}
