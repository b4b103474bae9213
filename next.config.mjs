/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // the address of a link holds its token, which is in no log of ours
  logging: { incomingRequests: { ignore: [/[?&]token=/] } },
};
