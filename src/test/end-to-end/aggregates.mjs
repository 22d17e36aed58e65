/** The same facts that a dashboard shows, computed by SQL from the events alone: an oracle that shares no code with the fold. */
import pg from "pg";

/** Runs `work` with a client of the owner's login. */
export async function withDatabase(system, work) {
  const client = new pg.Client({ connectionString: system.env.CELL_MONITOR_PG });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const day = `
  select e.* from learning_events e join classes c on c.id = e.class_id
  where e.class_id = $1
    and (to_timestamp(e.log_ms / 1000.0) at time zone c.zone - c.day_start)::date
      = (now() at time zone c.zone - c.day_start)::date`;

/** What moves nobody: it may still come from a notebook that is closed already. */
const staying = `('notebook_closed', 'session_end', 'notebook_saved', 'notebook_hidden', 'progress_update', 'idle', 'client_dropped', 'kernel_died',
  'kernel_restarted', 'kernel_interrupted', 'help_stop', 'execution_aborted', 'consent_changed')`;

/**
 * One row a student: runs, errors of the class's day, and the cell where they are (by log order, late ones left out): the last one that they
 * named, none when they went to another notebook since. Materialized: PostgreSQL expects hardly any row of a day, and would look for them once for each run.
 */
export async function students(database, classId) {
  const { rows } = await database.query(
    `with day as (${day}),
     runs as (select * from day where event_type in ('cell_executed', 'cell_error')),
     moves as (select * from day where received_at - occurred_at <= interval '5 minutes' and event_type not in ${staying}),
     named as materialized (select distinct on (user_id) * from moves where cell_id is not null or cell_index is not null
               order by user_id, log_ms desc, log_seq desc),
     last as materialized (select * from named n where not exists (
                select from moves m where m.user_id = n.user_id and (m.log_ms, m.log_seq) > (n.log_ms, n.log_seq)
                  and m.notebook_id <> n.notebook_id))
     select r.user_id as student, count(*)::int as executions, count(*) filter (where r.has_error)::int as errors,
            max(l.cell_id) as "cellId", max(l.cell_index) as "cellIndex"
     from runs r left join last l on l.user_id = r.user_id group by r.user_id order by r.user_id`,
    [classId],
  );
  return rows;
}

/** One row a session: what the counters say and what counting the events says. */
export async function sessionCounters(database) {
  const { rows } = await database.query(
    `select s.id, s.cell_executions::int as executions, s.error_count::int as errors,
            count(e.event_id) filter (where e.event_type in ('cell_executed', 'cell_error'))::int as counted_executions,
            count(e.event_id) filter (where e.event_type = 'cell_error')::int as counted_errors
     from learning_sessions s left join learning_events e on e.session_id = s.id and e.user_id = s.user_id
     group by s.id, s.started_at, s.cell_executions, s.error_count`,
  );
  return rows;
}

/** The newest event's place in the log, as PostgreSQL knows it. */
export async function lastPlace(database, classId) {
  const { rows } = await database.query(
    "select log_ms, log_seq from learning_events where class_id = $1 order by log_ms desc, log_seq desc limit 1",
    [classId],
  );
  return rows.length ? `${rows[0].log_ms}-${rows[0].log_seq}` : "0-0";
}
