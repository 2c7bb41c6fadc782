package de.schulpakt.inventory.booking;

import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A device of a set that was moved: where it stood before, or why it did not go. */
@Entity
@Table(name = "loan_set_move_device")
class SetMoveDevice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "move_id")
    private Long moveId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "from_room_id")
    private Long fromRoomId;
    @Column(name = "why")
    private String why;

    protected SetMoveDevice() {
    }

    SetMoveDevice(Long moveId, Long deviceId, Long fromRoomId, Sentence why) {
        this.moveId = moveId;
        this.deviceId = deviceId;
        this.fromRoomId = fromRoomId;
        this.why = why == null ? null : SentenceJson.write(List.of(why));
    }
}
