package de.schulpakt.platform.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.CommitManager;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * New rows of one table are written in the order in which they were persisted, so that their ids count in that order: lines, their
 * payers and the steps of a history are read back by id. EclipseLink keeps what is new in an {@link IdentityHashMap} and
 * writes it in the order of addresses, which is another one each time.
 */
final class Written {
    private static final String PROPERTY = Written.class.getName();

    private Written() {
    }

    /** Lets each transaction of this session write in order. */
    static void inOrder(Session session) {
        session.getDescriptors().values().forEach(d -> d.getEventManager().addListener(new Persisted()));
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postAcquireUnitOfWork(SessionEvent event) {
                UnitOfWorkImpl work = (UnitOfWorkImpl) event.getSession();
                work.setCommitManager(new InOrder(work));
            }
        });
    }

    /** The place of each new object among those of its transaction. */
    @SuppressWarnings("unchecked")
    private static Map<Object, Integer> places(AbstractSession work) {
        return (Map<Object, Integer>) work.getProperties().computeIfAbsent(PROPERTY, p -> new IdentityHashMap<Object, Integer>());
    }

    /** Counts what is persisted. */
    private static final class Persisted extends DescriptorEventAdapter {
        @Override
        public void prePersist(DescriptorEvent event) {
            Map<Object, Integer> places = places(event.getSession());
            places.putIfAbsent(event.getSource(), places.size());
        }
    }

    /** Writes what is counted in its order. */
    private static final class InOrder extends CommitManager {
        InOrder(UnitOfWorkImpl work) {
            super(work);
            setCommitOrder(work.getParent().getCommitManager().getCommitOrder());
        }

        @Override
        protected void commitNewObjectsForClassWithChangeSet(UnitOfWorkChangeSet changes, Class<?> type) {
            changes.getNewObjectChangeSets().computeIfPresent(type, (t, news) -> new Sorted(news, places(getSession())));
            super.commitNewObjectsForClassWithChangeSet(changes, type);
        }
    }

    /** The same map, gone through in order. */
    private static final class Sorted extends IdentityHashMap<ObjectChangeSet, ObjectChangeSet> {
        private static final long serialVersionUID = 1L;
        private final transient Map<Object, Integer> places;

        Sorted(Map<ObjectChangeSet, ObjectChangeSet> news, Map<Object, Integer> places) {
            super(news);
            this.places = places;
        }

        @Override
        public Collection<ObjectChangeSet> values() {
            List<ObjectChangeSet> sorted = new ArrayList<>(super.values());
            sorted.sort(Comparator.comparing(c -> places.getOrDefault(c.getUnitOfWorkClone(), Integer.MAX_VALUE)));
            return sorted;
        }
    }
}
