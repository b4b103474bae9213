import type { ReactNode } from "react";
import { assets } from "@/lib/config/assets";
import { messages } from "@/lib/messages/messages";

/** Around pages that you add as `page.tsx`, with React in the browser: they carry the nonce of their request. */
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={messages().lang}>
      <head>
        <link rel="stylesheet" href={assets().sheet} />
      </head>
      <body>{children}</body>
    </html>
  );
}
