/** A dashboard that only follows its place: it reads the head of each frame, so that a thousand of them fit beside what they measure. */
import WebSocket from "ws";
import { compare } from "./frame-store.mjs";

const HEAD = /^\{"type":"(\w+)"(?:,"reset":\w+)?(?:,"after":"([\d-]+)")?(?:,"at":"([\d-]+)")?/;

export class LightDashboard {
  constructor(url, classId, cookie) {
    Object.assign(this, { url, classId, cookie, at: null, faults: [], snapshots: 0, deltas: 0, bytes: 0, byes: [] });
  }

  /** Connects, from its place where it has one, until it stands; resolves when the first frame brought it to the present. */
  connect() {
    const after = this.at ? `&after=${this.at}` : "";
    const socket = new WebSocket(`${this.url.replace("http", "ws")}/ws/connect?class=${this.classId}${after}`, {
      headers: { cookie: this.cookie, origin: this.url },
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    this.socket = socket;
    return new Promise((resolve) => {
      const again = () => {
        if (this.socket === socket) setTimeout(() => resolve(this.connect()), 100 + Math.random() * 200);
      };
      let stands = false;
      socket.on("message", (data) => {
        this.#take(data);
        if (!stands && this.at !== null) {
          stands = true;
          resolve();
        }
      });
      socket.on("error", () => {});
      socket.on("close", () => (stands ? this.onLost?.() : again()));
    });
  }

  #take(data) {
    this.bytes += data.length;
    const [, type, after, at] = HEAD.exec(data.toString("latin1", 0, 200)) ?? [];
    if (type === "snapshot") this.snapshots += 1;
    if (type === "delta") {
      this.deltas += 1;
      if (after !== this.at) this.faults.push(`gap: at ${this.at}, but the delta starts after ${after}`);
    }
    if (type === "bye") this.byes.push(JSON.parse(data).reason);
    if (type === "snapshot" || type === "delta") this.at = at;
  }

  isAt(place) {
    return this.at !== null && compare(this.at, place) >= 0;
  }

  /** Breaks the connection without a word. */
  cut() {
    const { socket } = this;
    this.socket = null;
    socket.terminate();
  }
}
