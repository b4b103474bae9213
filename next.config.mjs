import { existsSync } from "node:fs";
import { join } from "node:path";

/** What only building needs, and Next would miss one after the other, with a trace each. */
const BUILDERS = [
  "typescript",
  "@types/node",
  "@types/react",
  "tailwindcss",
  "@tailwindcss/postcss",
];

/** @param {string} phase */
export default function configOf(phase) {
  const missing = BUILDERS.filter(
    (name) => !existsSync(join(import.meta.dirname, "node_modules", name)),
  );
  if (phase === "phase-production-build" && missing.length > 0) {
    console.error(`✗ the build needs ${missing.join(", ")}: npm ci --include=dev`);
    process.exit(1);
  }
  return config;
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // no picture of ours needs the optimiser, whose endpoint would fetch any path of ours for a client
  images: { unoptimized: true },
  // what the proxy buffers of a body; an endpoint refuses more than 16 KiB
  experimental: { proxyClientMaxBodySize: "32kb" },
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
