import { account } from "./es/account";
import { activity, devices } from "./es/activity";
import { deadLinks } from "./es/dead-links";
import { errors, refusals } from "./es/errors";
import { letters, mail } from "./es/letters";
import { lostPhone } from "./es/lost-phone";
import { folded, notices } from "./es/notices";
import { pages, ways } from "./es/pages";
import { passkeys } from "./es/passkeys";
import { replies } from "./es/replies";
import { screen } from "./es/screen";
import { secondStep } from "./es/second-step";
import { twoSteps } from "./es/two-steps";

/** Everything that a person reads, in Spanish. */
export const es = {
  lang: "es",
  /** as its readers call it */
  name: "Español",
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
