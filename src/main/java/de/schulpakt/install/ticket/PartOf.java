package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A ticket is a part of another one: split from it, or from one of its parts. It stays so, also when the part goes back. */
@Entity
@Table(name = "part_of")
class PartOf {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "part_id")
    private Long partId;
    @Column(name = "whole_id")
    private Long wholeId;
    @Column(name = "depth")
    private int depth;

    protected PartOf() {
    }

    PartOf(Long partId, Long wholeId, int depth) {
        this.partId = partId;
        this.wholeId = wholeId;
        this.depth = depth;
    }
}
