package de.schulpakt.platform.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that goes with a letter. */
@Entity
@Table(name = "mail_file")
class MailFile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "mail_id")
    private Long mailId;
    @Column(name = "name")
    private String name;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "content")
    private byte[] content;

    protected MailFile() {
    }

    MailFile(Long mailId, Letter.File file) {
        this.mailId = mailId;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.content = file.content();
    }

    Letter.File file() {
        return new Letter.File(name, mediaType, content);
    }
}
