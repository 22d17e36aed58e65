-- What students did. Every unique key of a distributable table contains user_id. No foreign keys on learning_events: the same
-- transaction writes the student's row in enrolments, which refers to the user and the class.

create table session_keys (
    id         uuid primary key,                   -- UUIDv5 of class, user, notebook and the sender's session
    started_at timestamptz not null                -- log time of the first event, fixed at first sight
);

create table learning_sessions (
    id                uuid        not null,
    class_id          uuid        not null references classes (id),
    user_id           uuid        not null references users (id),
    notebook_id       uuid        references notebooks (id),   -- null: runs of a sender that names no notebook
    started_at        timestamptz not null,
    ended_at          timestamptz,                 -- log time of the last event so far
    total_duration_ms bigint,
    cell_executions   int         not null default 0,
    error_count       int         not null default 0,
    primary key (id, user_id, started_at)
) partition by range (started_at);
create index idx_sessions_user_notebook on learning_sessions (user_id, notebook_id);
create index idx_sessions_started_at on learning_sessions (started_at);
create index idx_sessions_composite on learning_sessions (user_id, started_at desc, notebook_id);
create index idx_sessions_class on learning_sessions (class_id, started_at desc);
create table learning_sessions_default partition of learning_sessions default;

-- This month and the next three. A partition cannot be made while its rows lie in the default one, and only the owner can make one.
create function open_session_partitions() returns void
    language plpgsql security definer
    set search_path = public, pg_temp
    set timezone = 'UTC'
as $$
declare
    month date;
    name  text;
begin
    perform pg_advisory_xact_lock(hashtextextended('cell-monitor:open_session_partitions', 0));
    for ahead in 0..3 loop
        month := (date_trunc('month', now()) + make_interval(months => ahead))::date;
        name := 'learning_sessions_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null then
            execute format('create table %I partition of learning_sessions for values from (%L) to (%L)',
                           name, month, (month + interval '1 month')::date);
        end if;
    end loop;
end
$$;
do $$ begin perform open_session_partitions(); end $$;

create table learning_events (
    user_id           uuid         not null,
    event_id          varchar(64)  not null,
    log_ms            bigint       not null,
    log_seq           bigint       not null,
    class_id          uuid         not null,
    notebook_id       uuid,                        -- null for events without a path
    session_id        uuid,                        -- learning_sessions.id; null for what belongs to no session
    sender_session_id varchar(128),                -- as sent; null when missing
    event_type        varchar(64)  not null,
    event_time        timestamptz,
    sent_at           timestamptz,
    occurred_at       timestamptz  not null,
    received_at       timestamptz  not null,
    cell_id           varchar(128),
    cell_index        int,
    cell_type         varchar(16),
    execution_count   int,
    duration_ms       bigint,
    has_error         boolean,
    error_name        varchar(128),
    error_shape       text,
    error_key         text,
    completed_cells   int,
    total_cells       int,
    count             int,
    cells             jsonb,                       -- [{"id","type"}] of notebook_opened
    sealed            bytea        not null,
    primary key (user_id, event_id)
) partition by hash (user_id);
create index idx_events_class on learning_events (class_id, log_ms, log_seq);
create index idx_events_user on learning_events (user_id, log_ms, log_seq);

do $$
begin
    for part in 0..7 loop
        execute format('create table learning_events_%s partition of learning_events for values with (modulus 8, remainder %s)',
                       part, part);
    end loop;
end
$$;

-- The saved state of a class's fold, up to a place in the log.
create table class_states (
    class_id uuid primary key references classes (id) on delete cascade,
    log_ms   bigint      not null,
    log_seq  bigint      not null,
    state    bytea       not null,
    saved_at timestamptz not null default now()
);

-- Events that a store could not take, as they were: the envelope in JSON (bytes, for what PostgreSQL refuses as text), the rest sealed.
create table dead_letters (
    id          bigint generated always as identity primary key,
    subscriber  varchar(50) not null,
    log_ms      bigint      not null,
    log_seq     bigint      not null,
    class_id    uuid        not null,
    user_id     uuid        not null,
    reason      text        not null,              -- no student's words
    envelope    bytea       not null,
    sealed      bytea       not null,
    sealed_name bytea       not null,
    created_at  timestamptz not null default now(),
    unique (subscriber, log_ms, log_seq)
);
