import { RecoveryCodes } from "@/components/account/recovery-codes";
import { SecondStepOn } from "@/components/account/second-step-on";
import { ConnectApp, SecondStepOff } from "@/components/account/second-step-set-up";
import type { Person } from "@/lib/http/current-user";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { messages } from "@/lib/messages/messages";
import { appLink } from "@/lib/second-step/app-link";
import { begunSecret } from "@/lib/second-step/enrol";
import { secondStepOf } from "@/lib/second-step/state";
import { trustedDevicesOf } from "@/lib/second-step/trust";
import { page } from "../../page-route";
import { requireReauthenticatedUser } from "../guard";
import { withOrigin } from "../origin";
import { TaskPage } from "../task-page";

const PAGE = "/cuenta/dos-pasos";

/** The second step: off, being set up, on; and its recovery codes, right after they were made. */
export const { GET, POST, PUT, PATCH, DELETE } = page(PAGE, async ({ shown }) => {
  const user = await requireReauthenticatedUser(PAGE);
  const say = messages().twoSteps;
  const codes = shown.answer.recoveryCodes;
  if (codes.length > 0)
    return (
      <TaskPage user={user} title={say.codes}>
        <RecoveryCodes say={say} address={user.address} codes={codes} />
      </TaskPage>
    );
  return (
    <TaskPage user={user} title={say.title}>
      {user.hasSecondStep ? await whereOn(user) : await whereOff(user)}
    </TaskPage>
  );
});

async function whereOff(user: Person) {
  const say = messages().twoSteps;
  const secret = await retryWhenAway(begunSecret(user));
  if (!secret) return <SecondStepOff say={say} />;
  return <ConnectApp say={say} {...appLink(secret, user.address)} />;
}

async function whereOn(user: Person) {
  const said = messages();
  const say = said.twoSteps;
  const [step, devices] = await retryWhenAway(
    Promise.all([secondStepOf(user.id), trustedDevicesOf(user.id)]),
  );
  // turned off at this very instant
  if (!step) return <SecondStepOff say={say} />;
  return (
    <SecondStepOn
      say={say}
      since={step.since}
      codesLeft={step.recoveryCodesLeft}
      devices={devices.map((one) => withOrigin(one, said))}
    />
  );
}
