import Module from "node:module";

// Loaded into an app by NODE_OPTIONS: it says on stderr what React is asked to render, and what Next hands to it. An action's
// body is read in there alone (next/dist/server/app-render/action-handler.js), by React's `decodeReply` and `decodeAction`.

const RUNTIME = /next-server\/app-page[\w-]*\.runtime\.prod\.js$/;
const load = Module._load;
const watched = new WeakSet();

Module._load = function (request, ...more) {
  const loaded = load.call(this, request, ...more);
  const page = RUNTIME.test(request) ? loaded.AppPageRouteModule?.prototype : undefined;
  if (page && !watched.has(page)) {
    watched.add(page);
    const { render } = page;
    page.render = function (asked, ...others) {
      process.stderr.write(`react: ${asked.method} ${asked.url}\n`);
      return render.call(this, asked, ...others);
    };
  }
  return loaded;
};
