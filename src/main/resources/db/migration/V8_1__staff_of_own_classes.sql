-- Whose roles are changed or taken away, whatever a query forgets to ask: those of the classes that the caller belongs to, no others'. To read stays
-- open, for sign-in asks before there is a caller; to join too, for a new class has nobody yet who could let its first teacher in.
drop policy staff_policy on enrolments;
create policy staff_read_policy on enrolments for select to app_user using (role <> 'student');
create policy staff_join_policy on enrolments for insert to app_user with check (role <> 'student');
create policy staff_change_policy on enrolments for update to app_user
    using (role <> 'student' and class_id = any ((select app_taught_classes())::uuid[])) with check (role <> 'student');
create policy staff_leave_policy on enrolments for delete to app_user
    using (role <> 'student' and class_id = any ((select app_taught_classes())::uuid[]));
