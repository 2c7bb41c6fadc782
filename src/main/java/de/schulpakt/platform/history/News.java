package de.schulpakt.platform.history;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * Says that something has happened of which people are to be told, in the transaction in which it happens. Who these people are is
 * not known here: a room above hears it and writes to each of them.
 */
@ApplicationScoped
public class News {
    @Inject
    Event<Told> told;
    @Inject
    Event<GoneOn> goneOn;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /** A subject has gone on without news for anybody: what was asked for about it is done. News of the subject say the same. */
    public void goneOn(Ref ref) {
        goneOn.fire(new GoneOn(ref, clock.now()));
    }

    /** Something about a subject of a school; the kind is a text key that takes the subject's number. */
    public void tell(long schoolId, String kind, Ref ref) {
        told.fire(new Told(kind, ref, schoolId, null, actor.id(), actor.name(), clock.now()));
    }

    /** The same, where the sentence names something beside the subject, such as the number of what comes in its place. */
    public void tell(long schoolId, String kind, Ref ref, String named) {
        told.fire(new Told(kind, ref, schoolId, null, actor.id(), actor.name(), clock.now(), named, null));
    }

    /** Something that concerns one person and no school, such as the own account. */
    public void tellPerson(Long userId, String kind, Ref ref) {
        told.fire(new Told(kind, ref, null, userId, actor.id(), actor.name(), clock.now()));
    }

    /** Something that concerns all who have the kind's permission everywhere. */
    public void tellEverywhere(String kind, Ref ref) {
        told.fire(new Told(kind, ref, null, null, actor.id(), actor.name(), clock.now()));
    }

    /** Something about a subject of an authority as a whole, such as an order. */
    public void tellAuthority(long authorityId, String kind, Ref ref) {
        told.fire(new Told(kind, ref.ofAuthority(authorityId), null, null, actor.id(), actor.name(), clock.now()));
    }

    /** The same, where the sentence takes a constant and a day beside the subject's number: what is due, and when. */
    public void tellAuthority(long authorityId, String kind, Ref ref, Enum<?> named, LocalDate day) {
        told.fire(new Told(kind, ref.ofAuthority(authorityId), null, null, actor.id(), actor.name(), clock.now(), Texts.key(named), day));
    }

    /** Something that concerns one person above all, such as the technician who has the ticket. */
    public void tellPerson(Long userId, long schoolId, String kind, Ref ref) {
        told.fire(new Told(kind, ref, schoolId, userId, actor.id(), actor.name(), clock.now()));
    }

    /** The same, where the sentence names something beside the subject. */
    public void tellPerson(Long userId, long schoolId, String kind, Ref ref, String named) {
        told.fire(new Told(kind, ref, schoolId, userId, actor.id(), actor.name(), clock.now(), named, null));
    }
}
