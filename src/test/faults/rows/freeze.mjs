import { freezeFor } from "../breaks.mjs";

const expected = {
  application: "requests wait or time out and are sent again; when it goes on, stores and dashboards catch up by themselves",
  redis: "503 or waiting while it stands still; when it goes on, all is taken again by itself",
  postgres: "no request is refused because of it; what was taken is stored once when it goes on",
};

const freeze = (server, seconds) => ({
  name: `freeze-${server}-${seconds}`,
  broken: `SIGSTOP of ${server} for ${seconds} s: its connections stay open and silent`,
  expected: expected[server],
  short: seconds === 5,
  async run({ system, figures, expectAllTaken, short, sleep }) {
    await freezeFor(system[server], figures, seconds);
    await sleep(short ? 2000 : 10_000);
    if (server === "postgres") expectAllTaken("requests got 503 because PostgreSQL stood still");
  },
});

export default ["application", "redis", "postgres"].flatMap((server) => [5, 30, 120].map((seconds) => freeze(server, seconds)));
