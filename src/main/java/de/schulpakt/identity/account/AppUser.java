package de.schulpakt.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/** Somebody who can sign in. */
@Entity
@Table(name = "app_user")
class AppUser {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "login")
    private String login;
    @Column(name = "name")
    private String name;
    @Column(name = "email")
    private String email;
    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "must_change_password")
    private boolean mustChangePassword;
    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;
    @Column(name = "active")
    private boolean active;
    @Column(name = "epoch")
    private int epoch;
    @Column(name = "language")
    private String language;
    @Column(name = "theme")
    private String theme;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "left_at")
    private Instant leftAt;
    @Column(name = "forgotten_at")
    private Instant forgottenAt;
    @Version
    @Column(name = "version")
    private int version;

    protected AppUser() {
    }

    AppUser(String login, String name, String email, String passwordHash, Instant createdAt) {
        this.login = login;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.active = true;
    }

    Long id() {
        return id;
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    /** Null where none is known. */
    String email() {
        return email;
    }

    /** The language of letters. */
    Locale locale() {
        return "en".equals(language) ? Locale.ENGLISH : Locale.GERMAN;
    }

    /** False until the owner has set one. */
    boolean hasPassword() {
        return passwordHash != null;
    }

    boolean active() {
        return active;
    }

    int epoch() {
        return epoch;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Ends all sessions and tokens that there are now, for good. */
    void endAll() {
        epoch++;
    }

    void activate(boolean to, Instant now) {
        if (active && !to) {
            endAll();
            leftAt = now;
        }
        if (to) {
            leftAt = null;
        }
        active = to;
    }

    /** True once nothing of the person is left. */
    boolean forgotten() {
        return forgottenAt != null;
    }

    /** A number for the name; nobody signs in with it any more. */
    void forget(String number, Instant now) {
        login = number;
        name = number;
        email = null;
        passwordHash = null;
        language = null;
        theme = null;
        forgottenAt = now;
        endAll();
    }

    /** A password that its owner chose. */
    void replacePassword(String hash, Instant now) {
        passwordHash = hash;
        mustChangePassword = false;
        passwordChangedAt = now;
        endAll();
    }

    /** Another mail address, for somebody who has never been here; links to the one before hold no longer. */
    void reach(String newEmail) {
        email = newEmail;
        endAll();
    }

    /** What was mistyped when the account was made. */
    void correct(String newLogin, String newName) {
        login = newLogin;
        name = newName;
    }

    void describe(String newName, String newEmail, String newLanguage, String newTheme) {
        name = newName;
        email = newEmail;
        language = newLanguage;
        theme = newTheme;
    }

    void look(String newLanguage, String newTheme) {
        language = newLanguage == null ? language : newLanguage;
        theme = newTheme == null ? theme : newTheme;
    }
}
