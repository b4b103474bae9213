import { ImageResponse } from "next/og";
import { createElement } from "react";
import { LOGO_URL } from "@/lib/config/brand";

const headers = { "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" };

export function icon(body: BodyInit, type: string): Response {
  return new Response(body, { headers: { ...headers, "content-type": type } });
}

/** The mark as a PNG, `size` pixels wide and high. @param ground what stands behind it */
export function drawn(size: number, ground = "transparent"): Promise<ArrayBuffer> {
  const mark = createElement("img", { src: LOGO_URL, width: size, height: size });
  const whole = createElement("div", { style: { display: "flex", background: ground } }, mark);
  return new ImageResponse(whole, { width: size, height: size }).arrayBuffer();
}
