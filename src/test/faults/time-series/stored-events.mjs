/** What PostgreSQL holds of each event that a time series is made of, in log order; times in ms since 1970. */
import { withDatabase } from "../../end-to-end/aggregates.mjs";

const MADE_OF = `
  select e.class_id, e.user_id, n.path, e.event_type, e.session_id, e.cell_id, e.cell_index, e.cell_type, e.execution_count,
         e.duration_ms::float8 as duration, e.error_shape, e.completed_cells, e.total_cells, n.cell_count,
         e.log_ms::float8 as logged, floor(extract(epoch from coalesce(e.event_time, e.received_at)) * 1000)::float8 as at,
         floor(extract(epoch from s.started_at) * 1000)::float8 as session_started
  from learning_events e
  left join notebooks n on n.id = e.notebook_id
  left join session_keys s on s.id = e.session_id
  where e.event_type in ('cell_executed', 'cell_error', 'progress_update')
  order by e.log_ms, e.log_seq`;

export async function storedEvents(system) {
  return withDatabase(system, async (database) => (await database.query(MADE_OF)).rows);
}
