// Stands in for the product's server where what surrounds it is tested: it answers, and has a child.
import { spawn } from "node:child_process";
import { createServer } from "node:http";

spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
// how often it says that its database is away, before it is there
let away = Number(process.env.STAND_IN_AWAY ?? 0);
const answer = (request, response) => {
  if (request.url === "/speak") console.log("stand-in: asked to speak");
  if (request.url === "/api/health" && away > 0) {
    away -= 1;
    response.statusCode = 503;
  }
  response.end("ok");
};
createServer(answer).listen(Number(process.env.PORT), "127.0.0.1", () =>
  console.log("stand-in: listening"),
);
