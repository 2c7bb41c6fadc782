package de.schulpakt.install.wave;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a ticket of a wave waits for; made by {@link WaveRows}. */
@Entity
@Table(name = "wave_need")
class WaveNeed {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "needs_id")
    private Long needsId;

    protected WaveNeed() {
    }
}
