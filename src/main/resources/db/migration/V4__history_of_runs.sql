-- What history asks for over a range of time: runs by the sender's clock (the log's when it has none), out of one index alone.

alter table learning_events add column happened_at timestamptz not null
    generated always as (coalesce(event_time, received_at)) stored;

create index idx_events_runs on learning_events (class_id, happened_at)
    include (user_id, notebook_id, event_type, duration_ms, cell_id, cell_index)
    where event_type in ('cell_executed', 'cell_error');
