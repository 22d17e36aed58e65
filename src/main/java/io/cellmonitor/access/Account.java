package io.cellmonitor.access;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row of somebody who may sign in. */
@Entity
@Table(name = "accounts")
class Account extends PanacheEntityBase {

    @Id
    @Column(name = "user_id")
    UUID userId;

    @Column(name = "username_index")
    String usernameIndex;

    /** Sealed. */
    @Column(name = "username")
    String username;

    /** Sealed. */
    @Column(name = "display_name")
    String displayName;

    @Column(name = "role")
    String role;

    @Column(name = "password_hash")
    String passwordHash;
}
