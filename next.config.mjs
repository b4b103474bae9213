/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // no picture of ours needs the optimiser, whose endpoint would fetch any path of ours for a client
  images: { unoptimized: true },
  experimental: {
    // what the proxy buffers of a body; an endpoint refuses more than 16 KiB
    proxyClientMaxBodySize: "32kb",
    // a page is loaded when it is asked for the first time: ready sooner, and smaller where few are
    preloadEntriesOnStart: false,
  },
  // a thread that hashes loads it where the native library does not load, which no bundler sees
  outputFileTracingIncludes: { "/**": ["./node_modules/bcryptjs/**/*"] },
  // loaded when a variable asks for them, and as they are
  serverExternalPackages: [
    "@opentelemetry/api",
    "@opentelemetry/context-async-hooks",
    "@opentelemetry/core",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/exporter-metrics-otlp-proto",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/exporter-trace-otlp-proto",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-metrics",
    "@opentelemetry/sdk-trace-base",
  ],
  // the address of a link holds its token, which is in no log of ours
  logging: { incomingRequests: { ignore: [/[?&;]token=/] } },
};
