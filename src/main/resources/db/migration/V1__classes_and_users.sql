-- Who there is and what they belong to. Student data (sessions, events) follows in V2, accounts and keys in V3.

-- The logins. Roles belong to the whole cluster: another database of it may have made them, or be making them now.
do $$
declare
    login text;
begin
    foreach login in array array['app_pipeline', 'app_writer', 'app_reader', 'app_user'] loop
        begin
            if not exists (select from pg_roles where rolname = login) then
                execute format('create role %I %s', login, case login when 'app_user' then 'nologin' else 'login' end);
            end if;
        exception
            when duplicate_object or unique_violation then
                null;
        end;
    end loop;
    if not pg_has_role('app_writer', 'app_user', 'member') then
        begin
            grant app_user to app_writer;
        exception
            when unique_violation then
                null;
        end;
    end if;
end
$$;

create table users (
    id           uuid primary key,
    username     varchar(100) not null unique,     -- keyed blind index (hex) of who it is
    display_name text,                             -- sealed, base64
    role         varchar(50)  not null default 'student',
    created_at   timestamptz  not null default now(),
    updated_at   timestamptz  not null default now()
);
create index idx_users_username on users (username);

create table classes (
    id         uuid primary key,
    name       varchar(200) not null,
    zone       varchar(64)  not null,
    day_start  time         not null default '04:00',
    join_code  varchar(16)  unique,
    rules      jsonb        not null default '{}',
    created_at timestamptz  not null default now(),
    updated_at timestamptz  not null default now()
);

create table notebooks (
    id          uuid primary key,                  -- UUIDv5 of class and shared path
    class_id    uuid         not null references classes (id),
    path        varchar(500) not null,             -- the shared path
    title       varchar(200),
    description text,
    cell_count  int          not null default 0,
    created_at  timestamptz  not null default now(),
    updated_at  timestamptz  not null default now(),
    unique (class_id, path)
);
create index idx_notebooks_path on notebooks (path);

create table enrolments (
    class_id   uuid        not null references classes (id),
    user_id    uuid        not null references users (id),
    role       varchar(50) not null default 'student',   -- student, assistant, teacher
    created_at timestamptz not null default now(),
    primary key (class_id, user_id)
);
create index idx_enrolments_user on enrolments (user_id);
