package de.schulpakt.procurement.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Who sells. */
@Entity
@Table(name = "supplier")
class Supplier {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "email")
    private String email;
    @Version
    @Column(name = "version")
    private int version;

    protected Supplier() {
    }

    Supplier(String name, String email) {
        this.name = name.strip();
        this.email = email == null || email.isBlank() ? null : email.strip();
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
