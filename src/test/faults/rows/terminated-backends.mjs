const STORM = `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;

export default {
  name: "terminated-backends",
  broken: "pg_terminate_backend of every connection of the application, three times a second for 20 s",
  expected: "every event is taken (no 503) and stored once, counters included; another connection takes the reader's lease",
  async run({ system, figures, expect, expectAllTaken, sleep }) {
    figures.broken();
    let terminated = 0;
    for (let times = 0; times < 60; times++) {
      terminated += (await system.postgres.query(STORM)).length;
      await sleep(333);
    }
    figures.mended();
    figures.note(`${terminated} connections terminated`);
    expect(terminated > 0, "no connection was terminated");
    expectAllTaken("requests got 503 because of PostgreSQL's connections");
    await sleep(5000);
  },
};
