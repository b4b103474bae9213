import { BRAND } from "../config/brand";

/** used where the reader's zone is unknown */
export const ZONE = BRAND.zone;
