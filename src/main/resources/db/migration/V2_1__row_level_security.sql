-- Who may see which rows. app_pipeline writes events and folds, app_writer serves people (as app_user: their own and their classes'
-- rows only), app_reader reads for reports. It guards against a forgotten WHERE, not against code that sets the variable.

-- The caller, set for one transaction; after that the setting is '' and not null.
create function app_current_user() returns uuid
    language sql stable
as $$ select nullif(current_setting('app.current_user_id', true), '')::uuid $$;

-- The classes that the caller teaches or assists. As the owner, for the policy on enrolments asks it as well.
create function app_taught_classes() returns uuid[]
    language sql stable security definer
    set search_path = public, pg_temp
as $$
    select coalesce(array_agg(class_id), '{}')
    from enrolments
    where user_id = app_current_user() and role in ('teacher', 'assistant')
$$;

create function app_taught_students() returns setof uuid
    language sql stable security definer
    set search_path = public, pg_temp
as $$ select user_id from enrolments where class_id = any (app_taught_classes()) $$;

-- FORCE binds the owner too, so it gets a policy like the pipeline and, for reading, the reader.
do $$
declare
    guarded text;
begin
    foreach guarded in array array['users', 'enrolments', 'session_keys', 'learning_sessions', 'learning_events', 'class_states',
                                   'dead_letters'] loop
        execute format('alter table %I enable row level security', guarded);
        execute format('alter table %I force row level security', guarded);
        execute format('create policy owner_policy on %I to current_user using (true) with check (true)', guarded);
        execute format('create policy pipeline_policy on %I to app_pipeline using (true) with check (true)', guarded);
        execute format('create policy reader_policy on %I for select to app_reader using (true)', guarded);
    end loop;
end
$$;

-- The subselects run once for a query, not once for a row.
create policy user_data_policy on learning_sessions for select to app_user
    using (user_id = nullif(current_setting('app.current_user_id', true), '')::uuid
           or class_id = any ((select app_taught_classes())::uuid[]));
create policy user_data_policy on learning_events for select to app_user
    using (user_id = nullif(current_setting('app.current_user_id', true), '')::uuid
           or class_id = any ((select app_taught_classes())::uuid[]));
create policy user_data_policy on enrolments for select to app_user
    using (user_id = nullif(current_setting('app.current_user_id', true), '')::uuid
           or class_id = any ((select app_taught_classes())::uuid[]));
create policy user_data_policy on users for select to app_user
    using (id = nullif(current_setting('app.current_user_id', true), '')::uuid
           or id in (select app_taught_students()));

-- Teachers and admins are no students: their rows are open to sign-in, which happens before there is a caller.
create policy staff_policy on users to app_user using (role <> 'student') with check (role <> 'student');
create policy staff_policy on enrolments to app_user using (role <> 'student') with check (role <> 'student');

grant usage on schema public to app_pipeline, app_user, app_reader;

grant select on classes to app_pipeline;
grant select, insert, update on users, notebooks, enrolments, session_keys, learning_sessions to app_pipeline;
grant select, insert on learning_events to app_pipeline;
grant select, insert, update, delete on class_states, dead_letters to app_pipeline;
grant select on learning_sessions_default to app_pipeline;
revoke execute on function open_session_partitions() from public;
grant execute on function open_session_partitions() to app_pipeline;

grant select on classes, notebooks, users, enrolments, learning_sessions, learning_events to app_user;
grant insert, update on classes, notebooks, users, enrolments to app_writer;

grant select on classes, notebooks, users, enrolments, learning_sessions, learning_events to app_reader;
