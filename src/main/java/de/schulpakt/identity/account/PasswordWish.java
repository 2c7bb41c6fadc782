package de.schulpakt.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody says to have forgotten a password; it is answered in the background, so that the time of the answer tells nothing. */
@Entity
@Table(name = "password_wish")
class PasswordWish {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "address")
    private String address;
    @Column(name = "wished_at")
    private Instant wishedAt;

    protected PasswordWish() {
    }

    PasswordWish(String name, String address, Instant wishedAt) {
        this.name = name;
        this.address = address;
        this.wishedAt = wishedAt;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }
}
