package io.cellmonitor.access;

/** The roles that a route or socket may declare with {@code @RolesAllowed}; every one declares some, or {@code @PermitAll}. */
public final class Roles {
    /** May send events: an API key, or the open door. */
    public static final String SENDER = "sender";
    /** A student with a token: their own events and their own data in one class, by {@link StudentPrincipal}. */
    public static final String STUDENT = "student";

    /** Signed in as a teacher or assistant; membership of the class is checked as well. */
    public static final String TEACHER = "teacher";
    /** Signed in as an admin: accounts, keys, settings; students' work only as a member of the class. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
