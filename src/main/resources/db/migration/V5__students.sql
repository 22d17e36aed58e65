-- How students get in: what a class asks of them, its roster, their devices, who claims to be whom, whose access was taken away.
-- Whoever somebody is stands here as a pseudonym (made from the blind index), also before there is a row in users.

alter table classes
    add column consent_required boolean not null default false,   -- nothing is sent before the student agreed
    add column realm            varchar(100);                     -- in which student numbers are read; null: one of the class's own

create table roster_entries (
    class_id       uuid        not null references classes (id) on delete cascade,
    user_id        uuid        not null,
    student_number text        not null,           -- sealed, base64
    display_name   text        not null,           -- sealed, base64
    created_at     timestamptz not null default now(),
    primary key (class_id, user_id)
);

-- A device's secret rests only as SHA-256 of 256 random bits. The first device of a student binds the roster's entry.
create table student_devices (
    id           uuid primary key,
    class_id     uuid         not null references classes (id) on delete cascade,
    user_id      uuid         not null,
    username     varchar(100) not null,            -- keyed blind index (hex), as in users
    display_name text         not null,            -- sealed, base64
    verified     boolean      not null,
    secret_hash  bytea        not null unique,
    created_at   timestamptz  not null default now()
);
create index idx_student_devices_student on student_devices (class_id, user_id);

-- Joining that waits for a teacher: somebody else's entry, or one that the roster has not.
create table join_claims (
    id             uuid primary key,
    class_id       uuid         not null references classes (id) on delete cascade,
    user_id        uuid         not null,
    claim_index    varchar(100) not null,          -- keyed index of what was given: who comes again with the same gets the decision
    student_number text,                           -- sealed, base64
    display_name   text         not null,          -- sealed, base64
    reason         varchar(20)  not null check (reason in ('already_joined', 'not_on_roster')),
    state          varchar(20)  not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
    created_at     timestamptz  not null default now(),
    decided_at     timestamptz,
    decided_by     uuid,
    unique (class_id, user_id, claim_index)
);

create table student_revocations (
    class_id   uuid        not null references classes (id) on delete cascade,
    user_id    uuid        not null,
    revoked_at timestamptz not null,               -- tokens made before are void
    blocked    boolean     not null,
    primary key (class_id, user_id)
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['roster_entries', 'student_devices', 'join_claims', 'student_revocations'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format('create policy owner_policy on %I to current_user using (true) with check (true)', guarded);
        execute format('create policy reader_policy on %I for select to app_reader using (true)', guarded);
        execute format('create policy user_data_policy on %I to app_user '
                       'using (user_id = nullif(current_setting(''app.current_user_id'', true), '''')::uuid '
                       '       or class_id = any ((select app_taught_classes())::uuid[]))', guarded);
    end loop;
end
$$;

grant select, insert, update, delete on roster_entries, student_devices, join_claims, student_revocations to app_writer;
grant select on roster_entries, student_devices, student_revocations to app_reader;
