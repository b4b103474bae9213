import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, serve } from "./program";
import { block } from "./readme";
import { program } from "./tools";

export type Nginx = {
  /** where people come to, by https */
  origin: string;
  plain: string;
  start(): Promise<void>;
  log(name: string): string;
};

/**
 * nginx by the block of docs/deploy.md, on this machine's ports and paths.
 * @param tls, http its own ports @param apps of the two processes behind it
 */
export function nginxByReadme(tls: number, http: number, apps: [number, number]): Nginx {
  const here = folder("nginx");
  const conf = join(here, "nginx.conf");
  const serving = [program("nginx") ?? "", "-c", conf, "-g", "daemon off;"];
  return {
    origin: `https://localhost:${tls}`,
    plain: `http://localhost:${http}`,
    async start() {
      certificate(here);
      writeFileSync(conf, configuration(here, tls, http, apps));
      await serve(serving, tls);
    },
    log: (name) => readFileSync(join(here, name), "utf8"),
  };
}

/** What stands around the block is what Debian's own file has. */
function configuration(here: string, tls: number, http: number, [one, other]: [number, number]) {
  const ours = block("nginx", "upstream ingreso")
    .replaceAll("listen 443", `listen 127.0.0.1:${tls}`)
    .replaceAll("listen 80", `listen 127.0.0.1:${http}`)
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${one}`)
    .replaceAll("127.0.0.1:3001", `127.0.0.1:${other}`)
    .replaceAll("/etc/letsencrypt/live/ingreso.example.com", here)
    .replaceAll("/var/log/nginx", here)
    .replaceAll("ingreso.example.com", "localhost");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${here}/${name};`)
    .join(" ");
  return `pid ${here}/nginx.pid; error_log ${here}/main.log; worker_processes 1;
    events { worker_connections 256; }
    http { ${temporary} ${ours} }`;
}

function certificate(here: string): void {
  const subject = ["-subj", "/CN=localhost", "-days", "2", "-nodes"];
  const files = ["-keyout", join(here, "privkey.pem"), "-out", join(here, "fullchain.pem")];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const args = ["req", "-x509", ...key, ...subject, ...files];
  execFileSync(program("openssl") ?? "", args, { stdio: "ignore" });
}
