package de.schulpakt.procurement.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** That a company was asked for an offer by mail. Written once, never changed. */
@Entity
@Table(name = "award_invite")
class AwardInvite {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "bid_id")
    private Long bidId;
    @Column(name = "recipient")
    private String recipient;
    @Column(name = "answer_to")
    private String answerTo;
    @Column(name = "until_on")
    private LocalDate answerUntil;
    @Column(name = "words")
    private String words;
    @Column(name = "files")
    private String files;
    @Column(name = "mail_name")
    private String mailName;
    @Column(name = "sent_by")
    private String sentBy;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected AwardInvite() {
    }

    AwardInvite(Long bidId, String recipient, AwardInvites.Invite cmd, String files, String mailName, String sentBy, Instant sentAt) {
        this.bidId = bidId;
        this.recipient = recipient;
        this.answerTo = cmd.answerTo().strip();
        this.answerUntil = cmd.answerUntil();
        this.words = AwardFile.known(cmd.words());
        this.files = AwardFile.known(files);
        this.mailName = mailName;
        this.sentBy = sentBy;
        this.sentAt = sentAt;
    }
}
