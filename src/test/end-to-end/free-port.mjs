/** Ports of 127.0.0.1 for the servers that tests start, and end, and start again. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import net from "node:net";

const LOWEST = 10_000;

/**
 * A port on which nothing listens, and below those that outgoing connections are given: one of these may hold the port while its server is away, and
 * a client that asks for that server again and again would sooner or later be connected to itself.
 */
export async function freePort() {
  const end = firstOutgoing();
  for (let tried = 0; tried < 100 && end > LOWEST; tried++) {
    const port = await listening(LOWEST + Math.floor(Math.random() * (end - LOWEST))).catch(() => null);
    if (port !== null) return port;
  }
  return listening(0);
}

function firstOutgoing() {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8").split(/\s/)[0]);
  } catch {
    return 32_768;
  }
}

async function listening(wanted) {
  const server = net.createServer().listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
