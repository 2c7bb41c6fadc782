package de.schulpakt.procurement.request.web;

import java.io.Serializable;

/** A line of a request while it is written; anything may still be missing. */
public class WishLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private Long itemId;
    private Long roomId;
    private Integer quantity = 1;

    WishLine() {
    }

    WishLine(Long itemId, Long roomId, Integer quantity) {
        this.itemId = itemId;
        this.roomId = roomId;
        this.quantity = quantity;
    }

    public Long getItemId() {
        return itemId;
    }

    public void setItemId(Long itemId) {
        this.itemId = itemId;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public Integer getQuantity() {
        return quantity;
    }

    public void setQuantity(Integer quantity) {
        this.quantity = quantity;
    }
}
