/** POSTs events over kept connections, and says in one word what became of a request. */
import http from "node:http";

export class EventClient {
  /** `outstanding`: the most requests at once. */
  constructor(system, { outstanding = 64, timeoutMs = 10_000 } = {}) {
    this.system = system;
    this.timeoutMs = timeoutMs;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: outstanding });
  }

  /** { outcome: "accepted" | "unavailable" | "unanswered" | "refusedConnections" | "timedOut" | a status, answer, retryAfter (s) }. */
  post(events) {
    const body = JSON.stringify(events.length === 1 ? events[0] : events);
    return new Promise((resolve) => {
      const request = http.request(`${this.system.env.CELL_MONITOR_URL}/api/v1/events`, {
        method: "POST",
        agent: this.agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "cell-monitor-sent-at": new Date().toISOString(),
        },
      });
      // The whole exchange, not only silence: a body that trickles is no answer either.
      const limit = setTimeout(() => request.destroy(new Error("time limit")), this.timeoutMs);
      const end = (result) => {
        clearTimeout(limit);
        resolve(result);
      };
      request.on("error", (error) => end({ outcome: reason(error) }));
      request.on("response", (response) => read(response).then(end, (error) => end({ outcome: reason(error) })));
      request.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

function reason(error) {
  if (error.message === "time limit") return "timedOut";
  return error.code === "ECONNREFUSED" ? "refusedConnections" : "unanswered";
}

async function read(response) {
  const chunks = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (response.statusCode === 202) return { outcome: "accepted", answer: JSON.parse(text) };
  // Of a load balancer: what it asked was given to an application and not answered.
  if ([502, 504].includes(response.statusCode)) return { outcome: "unanswered" };
  if (response.statusCode !== 503) return { outcome: String(response.statusCode) };
  const retryAfter = response.headers["retry-after"];
  return { outcome: retryAfter ? "unavailable" : "503 without Retry-After", retryAfter: Number(retryAfter) };
}
