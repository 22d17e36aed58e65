package io.cellmonitor.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Says to PostgreSQL, within a Panache transaction, for whom rows are read and written. */
public final class RowLevelSecurity {

    private RowLevelSecurity() {}

    /** Sets {@code app.current_user_id} until the end of the transaction that this is called in. */
    public static Uni<Void> actAs(UUID user) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select set_config('app.current_user_id', :user, true)", String.class)
                        .setParameter("user", user.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
