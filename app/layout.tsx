import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { assets } from "@/lib/config/assets";
import { askedBy, readerOf } from "@/lib/http/reader";

/** Around pages that you add as `page.tsx`, with React in the browser: they carry the nonce of their request. */
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = askedBy({ headers: await headers(), cookies: await cookies() });
  return (
    <html lang={readerOf(asked).language}>
      <head>
        <link rel="stylesheet" href={assets().sheet} />
      </head>
      <body>{children}</body>
    </html>
  );
}
