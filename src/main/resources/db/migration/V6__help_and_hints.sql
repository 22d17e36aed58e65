-- Asking for help and being helped, hints: what the log's events came to, written with them in one transaction. No foreign keys, like
-- learning_events; every unique key contains user_id.

alter table learning_events add column help_request varchar(41);  -- place of the first asking, "ms-seq"
alter table learning_events add column teacher_id uuid;           -- who helps; null in what students send
alter table learning_events add column hint_id uuid;

create table help_requests (
    user_id      uuid         not null,            -- the student who asks
    log_ms       bigint       not null,            -- place of the first asking in the log: its key
    log_seq      bigint       not null,
    class_id     uuid         not null,
    state        varchar(16)  not null check (state in ('waiting', 'claimed', 'on_my_way', 'resolved', 'withdrawn', 'lapsed')),
    asked_at     timestamptz  not null,
    heartbeat    boolean      not null,            -- it was sent again: silence ends it
    heard_at     timestamptz  not null,            -- log time of the latest help
    teacher_id   uuid,                             -- who took it on, or helped
    claimed_at   timestamptz,
    ended_at     timestamptz,
    notebook_id  uuid,
    cell_id      varchar(128),
    cell_index   int,
    event_id     varchar(64)  not null,            -- the first asking's; sealed is bound to it
    sealed       bytea        not null,
    primary key (user_id, log_ms, log_seq)
);
create index idx_help_requests_class on help_requests (class_id, log_ms, log_seq);

create table hints (
    id          uuid         not null,
    user_id     uuid         not null,             -- the student it is for
    class_id    uuid         not null,
    teacher_id  uuid         not null,
    log_ms      bigint       not null,
    log_seq     bigint       not null,
    sent_at     timestamptz  not null,
    seen_at     timestamptz,                       -- log time of the first hint_seen
    notebook_id uuid,
    cell_id     varchar(128),
    event_id    varchar(64)  not null,             -- sealed is bound to it
    sealed      bytea        not null,
    primary key (user_id, id)
);
create index idx_hints_class on hints (class_id, log_ms, log_seq);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['help_requests', 'hints'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format('create policy owner_policy on %I to current_user using (true) with check (true)', guarded);
        execute format('create policy pipeline_policy on %I to app_pipeline using (true) with check (true)', guarded);
        execute format('create policy reader_policy on %I for select to app_reader using (true)', guarded);
        execute format('create policy user_data_policy on %I for select to app_user
                            using (user_id = app_current_user() or class_id = any ((select app_taught_classes())::uuid[]))', guarded);
    end loop;
end
$$;

grant select, insert, update on help_requests, hints to app_pipeline;
grant select on help_requests, hints to app_user, app_reader;
