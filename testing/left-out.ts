import type { TestInfo } from "@playwright/test";

/**
 * Skips the test that runs, and says why where a person sees it: in the terminal and, as the skip's reason, in the report.
 * @param needed what the test asks for, by the name of the fixture
 * @param because what this place lacks
 */
export function leaveOut({ skip, titlePath }: TestInfo, needed: string, because: string): never {
  const reason = `left out: ${needed} needs ${because}`;
  console.log(`  ${titlePath.slice(1).join(" › ")}: ${reason}`);
  skip(true, reason);
  throw new Error(reason); // never comes to it: `skip` throws
}
