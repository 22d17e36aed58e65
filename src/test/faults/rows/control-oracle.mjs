import { appendFileSync } from "node:fs";
import { eventually } from "../../end-to-end/running-system.mjs";
import { entries, extent, groups, isDrained } from "../log-contents.mjs";
import { tamperWithPoints } from "../time-series/tampered-points.mjs";

/**
 * Of a run in the middle, for InfluxDB tells lies about the latest: two lies about one run may look like the truth. What PostgreSQL generates
 * itself cannot be copied.
 */
const copied = (change) => `
  create temp table tampered as select * from learning_events where event_type = 'cell_executed' order by log_ms
    limit 1 offset (select count(*) / 2 from learning_events where event_type = 'cell_executed');
  update tampered set ${change};
  do $$ begin
    execute (
      select format('insert into learning_events (%1$s) select %1$s from tampered', string_agg(quote_ident(column_name), ', '))
      from information_schema.columns
      where table_schema = 'public' and table_name = 'learning_events' and is_generated = 'NEVER');
  end $$`;

/** Lies in PostgreSQL. */
const statements = [
  "update learning_sessions set error_count = error_count + 1 where id = (select id from learning_sessions order by id limit 1)",
  "delete from learning_events where event_id = (select event_id from learning_events where has_error order by log_ms limit 1)",
  copied("user_id = (select id from users where id not in (select user_id from tampered) limit 1)"),
  copied("event_id = 'nobody-sent-this'"),
  `insert into dead_letters (subscriber, log_ms, log_seq, class_id, user_id, reason, envelope, sealed, sealed_name)
   select 'relational', 1, 1, class_id, user_id, 'made up', '', '', '' from learning_events limit 1`,
];

export default {
  name: "control-oracle",
  broken: "nothing; Redis, PostgreSQL, InfluxDB, dashboards and log files are tampered with, once for each check of the oracle",
  expected: "the oracle finds every one of these",
  control: [
    /^1 events were never acknowledged/,
    /without progress the groups are at .*stuck/,
    /acknowledged events are not stored/,
    /stored events were never sent/,
    /events are stored twice/,
    /the log was trimmed/,
    /1 entries were put aside/,
    /1 dead letters, not 0/,
    /^session .* its events say/,
    /client 1: gap/,
    /client 2 .* differs from a fresh snapshot/,
    /a snapshot differs from SQL/,
    // Two runs more and one less in PostgreSQL count here too.
    /^3 runs are not in the time series/,
    /^1 runs are in the time series twice/,
    /^2 runs of the time series are of nothing that is stored/,
    /^2 runs differ in the time series/,
    /^1 updates of progress are not in the time series/,
    /^\d+ minutes of progress of the time series are of nothing that is stored/,
    /^\d+ minutes of performance of the time series are of nothing that is stored/,
    /^the time series holds a student's word/,
    /redis.log holds a student's word/,
  ],
  short: true,
  async run({ system, load, ledger, clients, expected }) {
    await load.stop();
    const idle = async () => isDrained(await groups(system.redis), (await extent(system.redis)).last);
    await eventually("the stores have all", idle, 60);
    expected.patience = 3;
    await tamperWithPoints(system.influx);
    for (const text of statements) await system.postgres.query(text);
    await system.redis.ask("XADD", "unreadable:{0}", "*", "e", "made up");
    await system.redis.ask("XGROUP", "CREATE", "events:{0}", "stuck", "0");
    await system.redis.ask("XDEL", "events:{0}", (await entries(system.redis))[0].place);
    ledger.sent.add("never-acknowledged");
    clients[0].store.apply({ type: "delta", after: "1-1", at: clients[0].store.at, events: [], students: [], cells: [], help: [] });
    clients[1].store.students.set("nobody", { student: "nobody" });
    appendFileSync(system.log("redis"), "geheim\n");
  },
};
