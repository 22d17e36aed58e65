/** Debian's HAProxy in front of all applications of a system. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../end-to-end/free-port.mjs";
import { eventually } from "../end-to-end/running-system.mjs";
import { Program } from "./program.mjs";

/** What it takes from an application that is away goes to another; what was answered by none says when to come again. */
const configuration = (port, applications) => `
global
    maxconn 4000
defaults
    mode http
    timeout connect 1s
    timeout client 1m
    timeout server 10s
    timeout tunnel 1h
    timeout check 5s
    option redispatch
    retries 3
    http-error status 503 content-type text/plain hdr Retry-After 1 string "no application is there"
frontend class
    bind 127.0.0.1:${port}
    default_backend applications
backend applications
    balance roundrobin
    option httpchk GET /q/health/ready
    default-server inter 1s fastinter 200ms downinter 500ms fall 3 rise 1 on-marked-down shutdown-sessions
${applications.map((one, number) => `    server application-${number + 1} 127.0.0.1:${one.port} check port ${one.managementPort}`).join("\n")}
`;

export class LoadBalancer extends Program {
  /** Starts one in front of the applications of `system` and makes it the system's entrance. */
  static async start(system) {
    const balancer = new LoadBalancer("load-balancer", system.log("load-balancer"));
    const port = await freePort();
    const file = path.join(system.folder, "haproxy.cfg");
    writeFileSync(file, configuration(port, system.applications));
    balancer.launch(["/usr/sbin/haproxy", "-db", "-f", file]);
    system.others.push(balancer);
    const entrance = `http://127.0.0.1:${port}`;
    await eventually("the load balancer finds an application", async () => (await fetch(`${entrance}/api/v1/session`)).status === 401, 60);
    system.entrance = entrance;
    return balancer;
  }
}
