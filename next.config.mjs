/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // no picture of ours needs the optimiser, whose door would fetch whatever address of ours a stranger names
  images: { unoptimized: true },
  // what the proxy keeps of a body while it looks at the head; a door refuses more than 16 KiB
  experimental: { proxyClientMaxBodySize: "32kb" },
  // the address of a link holds its token, which is in no log of ours
  logging: { incomingRequests: { ignore: [/[?&]token=/] } },
};
