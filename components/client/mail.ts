import { enlivenCodes, watchCodes } from "./code-fields";
import { enlivenCountdowns } from "./countdown";
import { whenParsed } from "./dom";
import { watchOpener } from "./link-opener";
import { enlivenMoments } from "./moments";
import { startPage } from "./page";

// The script of a page where a mail is waited for, or where its link lands.
watchCodes();
startPage(enlivenCodes, enlivenCountdowns, enlivenMoments);
whenParsed(watchOpener);
