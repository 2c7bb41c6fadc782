package de.schulpakt.procurement.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** So many pieces of an article in one set. */
@Entity
@Table(name = "catalogue_set_member")
class SetMember {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "set_id")
    private Long setId;
    @Column(name = "item_id")
    private Long itemId;
    @Column(name = "pieces")
    private int pieces;

    protected SetMember() {
    }

    SetMember(Long setId, Long itemId, int pieces) {
        this.setId = setId;
        this.itemId = itemId;
        this.pieces = pieces;
    }

    Long itemId() {
        return itemId;
    }

    int pieces() {
        return pieces;
    }
}
