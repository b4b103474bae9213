import type { Messages } from "./catalogue";
import { account } from "./en/account";
import { activity, devices } from "./en/activity";
import { deadLinks } from "./en/dead-links";
import { errors, refusals } from "./en/errors";
import { letters, mail } from "./en/letters";
import { lostPhone } from "./en/lost-phone";
import { folded, notices } from "./en/notices";
import { pages, ways } from "./en/pages";
import { passkeys } from "./en/passkeys";
import { replies } from "./en/replies";
import { screen } from "./en/screen";
import { secondStep } from "./en/second-step";
import { twoSteps } from "./en/two-steps";

/** Everything that a person reads, in English. */
export const en: Messages = {
  lang: "en",
  /** as its readers call it */
  name: "English",
  account,
  activity,
  deadLinks,
  devices,
  errors,
  folded,
  letters,
  lostPhone,
  mail,
  notices,
  pages,
  passkeys,
  refusals,
  replies,
  screen,
  secondStep,
  twoSteps,
  ways,
};
