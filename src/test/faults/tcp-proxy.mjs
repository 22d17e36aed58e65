/** A proxy between the application and one server, on which the network can be slow, cut or reset. */
import { once } from "node:events";
import net from "node:net";

/** One direction of one connection: passes chunks on in order, each as late as the proxy says when it came. */
class Lane {
  constructor(proxy, to) {
    this.proxy = proxy;
    this.to = to;
    this.waiting = [];
    this.timer = null;
    this.free = 0;
  }

  /** `bandwidth`: of this one connection, in bytes a second. */
  take(chunk, bandwidth = Infinity) {
    this.free = Math.max(this.free, performance.now()) + (chunk.length / bandwidth) * 1000;
    this.waiting.push({ due: this.free + this.proxy.delay(), chunk });
    this.#pass();
  }

  #pass() {
    while (this.waiting.length > 0 && this.waiting[0].due <= performance.now()) {
      const { chunk } = this.waiting.shift();
      if (!this.to.destroyed) this.to.write(chunk);
    }
    if (this.waiting.length > 0 && this.timer === null) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.#pass();
      }, Math.max(1, this.waiting[0].due - performance.now()));
    }
  }
}

export class TcpProxy {
  constructor(target) {
    this.target = target;
    this.pairs = new Set();
    this.cut = false;
    /** Milliseconds that a chunk takes in one direction. */
    this.delay = () => 0;
    /** Bytes a second that each connection carries to the server. */
    this.bandwidth = Infinity;
    /** What the client says may be looked at and changed on its way: gives the chunk to pass on, or null to lose it. */
    this.request = (chunk) => chunk;
    /** The same for what the server answers. */
    this.reply = (chunk) => chunk;
  }

  /** Opens one in front of `target`, a port of 127.0.0.1. */
  static async open(target) {
    const proxy = new TcpProxy(target);
    proxy.server = net.createServer({ noDelay: true }, (client) => proxy.#accept(client)).listen(0, "127.0.0.1");
    await once(proxy.server, "listening");
    proxy.port = proxy.server.address().port;
    return proxy;
  }

  #accept(client) {
    // A cut network takes no new connections either: nobody answers, nobody refuses.
    const pair = { client, server: null, lost: this.cut };
    this.pairs.add(pair);
    client.on("error", () => {});
    if (pair.lost) return;
    pair.server = net.connect({ port: this.target, host: "127.0.0.1", noDelay: true });
    pair.server.on("error", () => {});
    const there = new Lane(this, pair.server);
    const back = new Lane(this, client);
    const pass = (chunk, lane, bandwidth) => void (chunk && !pair.lost && lane.take(chunk, bandwidth));
    client.on("data", (chunk) => pass(this.request(chunk), there, this.bandwidth));
    pair.server.on("data", (chunk) => pass(this.reply(chunk), back));
    client.on("close", () => this.#close(pair));
    pair.server.on("close", () => this.#close(pair));
  }

  /** The end of one side reaches the other only over a network that works. */
  #close(pair) {
    if (pair.lost) return;
    this.pairs.delete(pair);
    pair.client.destroy();
    pair.server?.destroy();
  }

  /** Cuts the network: both sides keep their connections, and hear nothing more, not even an end. */
  cutOff() {
    this.cut = true;
    for (const pair of this.pairs) pair.lost = true;
  }

  /** The servers give the silent connections up, as their keepalive makes them. */
  serverForgets() {
    for (const pair of this.pairs) if (pair.lost) pair.server?.destroy();
  }

  /** New connections work again; those of before stay open and silent for the client. */
  join() {
    this.cut = false;
    for (const pair of this.pairs) if (pair.server === null) pair.client.destroy();
  }

  /** Resets every connection, as a router that forgot them does. */
  reset() {
    for (const pair of this.pairs) {
      pair.client.resetAndDestroy();
      pair.server?.resetAndDestroy();
    }
    this.pairs.clear();
  }

  close() {
    this.server.close();
    this.reset();
  }
}
