import type { Messages } from "./catalogue";
import { account } from "./pt/account";
import { activity, devices } from "./pt/activity";
import { deadLinks } from "./pt/dead-links";
import { errors, refusals } from "./pt/errors";
import { letters, mail } from "./pt/letters";
import { lostPhone } from "./pt/lost-phone";
import { folded, notices } from "./pt/notices";
import { pages, ways } from "./pt/pages";
import { passkeys } from "./pt/passkeys";
import { replies } from "./pt/replies";
import { screen } from "./pt/screen";
import { secondStep } from "./pt/second-step";
import { twoSteps } from "./pt/two-steps";

/** Everything that a person reads, in Brazilian Portuguese. */
export const pt: Messages = {
  lang: "pt-BR",
  name: "Português",
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
