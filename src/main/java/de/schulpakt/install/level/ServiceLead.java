package de.schulpakt.install.level;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who is told when a time is broken. */
@Entity
@Table(name = "service_lead")
class ServiceLead {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;

    protected ServiceLead() {
    }

    ServiceLead(Long userId) {
        this.userId = userId;
    }
}
