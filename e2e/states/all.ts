import { account } from "./account";
import { accountTasks } from "./account-tasks";
import { address } from "./address";
import { deadLinks } from "./dead-links";
import { faults } from "./faults";
import { lostPhones } from "./lost-phone";
import { magicLink } from "./magic-link";
import { mails } from "./mails";
import { passkeys } from "./passkeys";
import { recovery, registration } from "./registration";
import { secondStep } from "./second-step";
import { signIn } from "./sign-in";
import type { PageState, State } from "./state";

export const PAGES: readonly PageState[] = [
  ...signIn,
  ...magicLink,
  ...deadLinks,
  ...registration,
  ...recovery,
  ...account,
  ...accountTasks,
  ...passkeys,
  ...secondStep,
  ...address,
  ...lostPhones,
  ...faults,
];

/** Every page, state and mail of the product. */
export const STATES: readonly State[] = [...PAGES, ...mails];
