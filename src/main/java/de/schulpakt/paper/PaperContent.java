package de.schulpakt.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The bytes of one or more papers; {@link PaperBytes} makes and deletes it. */
@Entity
@Table(name = "paper_content")
class PaperContent {
    @Id
    private Long id;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "size")
    private long size;
    @Column(name = "media_type")
    private String mediaType;
    @Enumerated(EnumType.STRING)
    @Column(name = "scan")
    private ScanState scan;
    @Column(name = "scan_said")
    private String scanSaid;
    @Column(name = "scanned_at")
    private Instant scannedAt;

    protected PaperContent() {
    }

    ScanState scan() {
        return scan;
    }

    /** What the scanner has said; null for nothing found. */
    void scanned(String found, Instant now) {
        scan = found == null ? ScanState.CLEAN : ScanState.INFECTED;
        scanSaid = found;
        scannedAt = now;
    }
}
