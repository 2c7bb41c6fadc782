package de.schulpakt.procurement.depreciation;

import de.schulpakt.platform.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The file of a run, or the one that takes it back, as it was sent. */
@Entity
@Table(name = "asset_booking_file")
class AssetBookingFile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "booking_id")
    private Long bookingId;
    @Column(name = "counter")
    private boolean counter;
    @Column(name = "no")
    private String no;
    @Column(name = "posted_on")
    private LocalDate postedOn;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "content")
    private String content;
    @Column(name = "made_at")
    private Instant madeAt;

    protected AssetBookingFile() {
    }

    AssetBookingFile(Long bookingId, boolean counter, String no, LocalDate postedOn, String content, Instant madeAt) {
        this.madeAt = madeAt;
        this.bookingId = bookingId;
        this.counter = counter;
        this.no = no;
        this.postedOn = postedOn;
        this.sha256 = Sha256.hex(content);
        this.content = content;
    }
}
