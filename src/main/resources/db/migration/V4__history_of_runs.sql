-- What history asks for over a range of time: runs by the sender's clock (the log's when it has none), out of one index alone.

alter table learning_events add column happened_at timestamptz not null
    generated always as (coalesce(event_time, received_at)) stored;

create index idx_events_runs on learning_events (class_id, happened_at)
    include (user_id, notebook_id, event_type, duration_ms, cell_id, cell_index, cell_type)
    where event_type in ('cell_executed', 'cell_error');

-- Failed runs by their place in the log, however rare they are.
create index idx_events_errors on learning_events (class_id, log_ms, log_seq) where event_type = 'cell_error';

-- How many cells a notebook has: what was said last.
create index idx_events_cells on learning_events (class_id, notebook_id, log_ms, log_seq)
    where event_type in ('notebook_opened', 'progress_update');

-- An index alone answers only for pages that vacuum has seen; by default it comes after a fifth of the table is new.
do $$
begin
    for part in 0..7 loop
        execute format('alter table learning_events_%s set (autovacuum_vacuum_insert_scale_factor = 0.02)', part);
    end loop;
end
$$;
