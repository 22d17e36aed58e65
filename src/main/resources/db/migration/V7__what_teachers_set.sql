-- What a teacher sets of a class: who its students are, where they sit, what is noted of them, when it is taught. Words are sealed, each
-- bound to its row.

-- Of a student of the roster or of one who sent events; a student may be both.
create table student_details (
    class_id uuid not null references classes (id) on delete cascade,
    user_id  uuid not null,
    reading  text,                                 -- sealed, base64
    team     text,                                 -- sealed, base64
    primary key (class_id, user_id)
);

-- Places in the room: 0 to 1 from the left and from the front.
create table seats (
    class_id uuid             not null references classes (id) on delete cascade,
    user_id  uuid             not null,
    x        double precision not null check (x between 0 and 1),
    y        double precision not null check (y between 0 and 1),
    primary key (class_id, user_id)
);

create table notes (
    id         uuid        not null,
    class_id   uuid        not null references classes (id) on delete cascade,
    user_id    uuid        not null,               -- the student it is about
    author_id  uuid        not null,
    cell_id    varchar(128),
    text       text        not null,               -- sealed, base64
    created_at timestamptz not null default now(),
    primary key (user_id, id)
);
create index idx_notes_student on notes (class_id, user_id, created_at);

-- What lies behind the seats.
create table seat_pictures (
    class_id   uuid        primary key references classes (id) on delete cascade,
    media_type varchar(20) not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
    picture    bytea       not null                -- sealed
);

create table lessons (
    id         uuid        primary key,
    class_id   uuid        not null references classes (id) on delete cascade,
    title      varchar(200),
    started_at timestamptz not null default now(),
    ended_at   timestamptz,                        -- null: going on, at the latest until the class's day ends
    started_by uuid        not null
);
create index idx_lessons_class on lessons (class_id, started_at);
create unique index idx_lessons_open on lessons (class_id) where ended_at is null;

-- By the class's own clock; 1 is Monday.
create table timetable_slots (
    class_id  uuid         not null references classes (id) on delete cascade,
    weekday   smallint     not null check (weekday between 1 and 7),
    from_time time         not null,
    to_time   time         not null,
    title     varchar(200) not null,
    primary key (class_id, weekday, from_time),
    check (from_time < to_time)
);

do $$
declare
    guarded text;
begin
    foreach guarded in array array['student_details', 'seats', 'notes', 'seat_pictures', 'lessons', 'timetable_slots'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format('create policy owner_policy on %I to current_user using (true) with check (true)', guarded);
        execute format('create policy reader_policy on %I for select to app_reader using (true)', guarded);
        execute format('create policy class_data_policy on %I to app_user
                            using (class_id = any ((select app_taught_classes())::uuid[]))', guarded);
        execute format('grant select, insert, update, delete on %I to app_writer', guarded);
    end loop;
    -- What is kept of a person they may read themselves, and only read.
    foreach guarded in array array['student_details', 'seats', 'notes'] loop
        execute format('create policy user_data_policy on %I for select to app_user using (user_id = app_current_user())', guarded);
    end loop;
end
$$;

-- A teacher takes others' membership away; staff_policy leaves students' rows alone.
grant delete on enrolments to app_writer;
