import { enlivenEmailFields, watchEmailFields } from "./email-fields";
import { startPage } from "./page";
import { enlivenPasswordFields, watchPasswordFields } from "./password-fields";

// The script of a page where an address or a password is typed.
watchEmailFields();
watchPasswordFields();
startPage(enlivenEmailFields, enlivenPasswordFields);
