import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** By which a serverless host serves the pages that are the same for everybody; none elsewhere (`commands/build/documents.ts`). */
function documents() {
  const rules = join(import.meta.dirname, "public/documents/rules.json");
  return existsSync(rules)
    ? JSON.parse(readFileSync(rules, "utf8"))
    : { rewrites: [], headers: [] };
}

const FOREVER = [{ key: "cache-control", value: "public, max-age=31536000, immutable" }];

/** @type {import("next").NextConfig} */
export default {
  rewrites: async () => ({ beforeFiles: documents().rewrites }),
  // under the hash of what they hold
  headers: async () => [{ source: "/assets/:file+", headers: FOREVER }, ...documents().headers],
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
  outputFileTracingIncludes: {
    "/**": ["./node_modules/bcryptjs/**/*", "./public/assets/list.json"],
  },
  // loaded when a variable asks for them, and as they are
  serverExternalPackages: [
    // the same one that server.ts loads, which is large
    "@simplewebauthn/server",
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
