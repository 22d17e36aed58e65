package io.cellmonitor.roster;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a class; what is not named here keeps its column's default. */
@Entity
@Table(name = "classes")
class ClassEntity extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "name")
    String name;

    @Column(name = "zone")
    String zone;

    @Column(name = "join_code")
    String joinCode;

    @Column(name = "consent_required")
    boolean consentRequired;

    /** In which students' numbers are read; null for one of the class's own. */
    @Column(name = "realm")
    @Nullable
    String realm;
}
