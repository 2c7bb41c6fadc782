package de.schulpakt.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How somebody wants to hear of a topic; without one, in the inbox. */
@Entity
@Table(name = "notice_choice")
class NoticeChoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "topic")
    private String topic;
    @Enumerated(EnumType.STRING)
    @Column(name = "way")
    private NoticeWay way;

    protected NoticeChoice() {
    }

    NoticeChoice(long userId, String topic, NoticeWay way) {
        this.userId = userId;
        this.topic = topic;
        this.way = way;
    }

    String topic() {
        return topic;
    }

    void choose(NoticeWay newWay) {
        way = newWay;
    }
}
