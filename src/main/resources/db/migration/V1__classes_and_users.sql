-- Who there is and what they belong to. Student data (sessions, events) follows in V2, accounts and keys in V3.

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
