package de.schulpakt.platform.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A view of a list that somebody keeps under a name. */
@Entity
@Table(name = "list_view")
class SavedView {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "list")
    private String list;
    @Column(name = "name")
    private String name;
    @Column(name = "query")
    private String query;
    @Column(name = "circle")
    private String circle;
    @Column(name = "saved_at")
    private Instant savedAt;

    protected SavedView() {
    }

    SavedView(Long userId, String list, String name) {
        this.userId = userId;
        this.list = list;
        this.name = name;
    }

    void shows(String parameters, String with, Instant now) {
        query = parameters;
        circle = with;
        savedAt = now;
    }

    /** With whom it is shared, null for nobody. */
    String circle() {
        return circle;
    }

    boolean of(Long user) {
        return userId.equals(user);
    }
}
