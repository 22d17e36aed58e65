package io.cellmonitor.roster;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row that says who belongs to a class, and as what. */
@Entity
@Table(name = "enrolments")
@IdClass(Enrolment.Key.class)
class Enrolment extends PanacheEntityBase {

    /** A person belongs to a class once. */
    record Key(UUID classId, UUID userId) {}

    @Id
    @Column(name = "class_id")
    UUID classId;

    @Id
    @Column(name = "user_id")
    UUID userId;

    /** {@code student}, {@code assistant} or {@code teacher}. */
    @Column(name = "role")
    String role;
}
