import path from "node:path";
import { fileURLToPath } from "node:url";

/** The clone that this file is part of. */
export const ROOT = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Where a clone keeps what belongs to it alone: data, secret, the notes of what runs. */
export const LOCAL_FOLDER = path.join(ROOT, ".local");
