import { enlivenCountdowns } from "./countdown";
import { watchDialogs } from "./dialogs";
import { enlivenEmailFields, watchEmailFields } from "./email-fields";
import { enlivenMoments } from "./moments";
import { startPage } from "./page";
import { enlivenPasswordFields, watchPasswordFields } from "./password-fields";

// The script of a page that has all of it, as those of an account may.
watchEmailFields();
watchPasswordFields();
watchDialogs();
startPage(enlivenEmailFields, enlivenPasswordFields, enlivenCountdowns, enlivenMoments);
