import { enlivenCodes, watchCodes } from "./code-fields";
import { enlivenCountdowns } from "./countdown";
import { watchDialogs } from "./dialogs";
import { whenParsed } from "./dom";
import { enlivenEmailFields, watchEmailFields } from "./email-fields";
import { enlivenMoments } from "./moments";
import { startPage } from "./page";
import { enlivenPasswordFields, watchPasswordFields } from "./password-fields";
import { enlivenRecoveryCodes } from "./recovery-codes";

// The script of a page that has all of it, as those of an account may.
watchEmailFields();
watchPasswordFields();
watchDialogs();
watchCodes();
startPage(
  enlivenCodes,
  enlivenEmailFields,
  enlivenPasswordFields,
  enlivenCountdowns,
  enlivenMoments,
);
whenParsed(enlivenRecoveryCodes);
