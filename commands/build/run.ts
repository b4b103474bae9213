import { join } from "node:path";
import { generate } from "../db/generate.mjs";
import { buildAssets } from "./assets";
import { bundle } from "./bundle";
import { pages } from "./pages";
import { fingerprint, noteBuild } from "./sources";

// `npm run build`: what runs in production, step by step. No step needs a setting.

const root = join(import.meta.dirname, "../..");
Object.assign(process.env, { NODE_ENV: "production" });

// what changes while it builds may not be in it
const sources = fingerprint(root);
generate();
await buildAssets();
// it needs the client that was just made
const { buildDocuments } = await import("./documents");
await buildDocuments(root);
await pages(root);
await bundle(root);
noteBuild(sources, root);
