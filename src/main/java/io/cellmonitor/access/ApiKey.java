package io.cellmonitor.access;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row of an API key, without the key. */
@Entity
@Table(name = "api_keys")
class ApiKey extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "name")
    String name;

    @Column(name = "realm")
    String realm;

    @Column(name = "trusted")
    boolean trusted;

    @Column(name = "classes")
    UUID[] classes;

    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "created_by")
    UUID createdBy;
}
