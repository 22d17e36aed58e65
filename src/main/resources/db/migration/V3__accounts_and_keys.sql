-- Who may sign in and who may send. Tokens and keys rest only as SHA-256 of 256 random bits, passwords as Argon2id.

do $$
begin
    if not exists (select from pg_roles where rolname = 'app_writer') then
        create role app_writer login;
        grant select, insert, update on users, classes, enrolments to app_writer;
    end if;
end
$$;

create table accounts (
    user_id        uuid primary key references users (id),
    username_index varchar(100) not null unique,   -- keyed blind index (hex) of the login name in lower case
    username       text         not null,          -- sealed, base64
    display_name   text         not null,          -- sealed, base64
    role           varchar(50)  not null check (role in ('teacher', 'admin')),
    password_hash  text         not null,
    created_at     timestamptz  not null default now(),
    updated_at     timestamptz  not null default now()
);

create table sign_in_sessions (
    id         uuid primary key,
    token_hash bytea       not null unique,
    user_id    uuid        not null references accounts (user_id) on delete cascade,
    created_at timestamptz not null default now(),
    used_at    timestamptz not null default now(),
    expires_at timestamptz not null                -- moves on while in use
);
create index idx_sign_in_sessions_expires on sign_in_sessions (expires_at);

create table api_keys (
    id         uuid primary key,
    name       varchar(100) not null,
    realm      varchar(100) not null,
    trusted    boolean      not null default false,
    classes    uuid[]       not null,
    scope      varchar(50)  not null default 'events' check (scope in ('events')),
    key_hash   bytea        not null unique,
    created_by uuid         references accounts (user_id),
    created_at timestamptz  not null default now(),
    revoked_at timestamptz
);

grant select, insert, update on accounts, api_keys to app_writer;
grant select, insert, update, delete on sign_in_sessions to app_writer;
