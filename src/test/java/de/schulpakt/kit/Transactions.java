package de.schulpakt.kit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.persistence.sessions.UnitOfWork;

/** The transaction of each thread and the entity manager that follows it, as a server's container keeps them. */
final class Transactions {

    private static final Set<String> NEED_TRANSACTION = Set.of("persist", "merge", "remove", "refresh", "flush", "lock", "joinTransaction");
    private static final Set<String> REFUSED = Set.of("close", "getTransaction");

    private final EntityManagerFactory factory;
    private final ThreadLocal<Current> current = new ThreadLocal<>();

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** One transaction with its persistence context. */
    private static final class Current {
        private final EntityManager em;
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private boolean rollbackOnly;

        Current(EntityManager em) {
            this.em = em;
        }

        private void completed(int status) {
            synchronizations.forEach(synchronization -> synchronization.afterCompletion(status));
        }
    }

    /** Decides whether a thrown exception undoes the transaction. */
    interface RollbackRule {
        boolean undoes(Throwable thrown);
    }

    boolean active() {
        return current.get() != null;
    }

    void register(Synchronization synchronization) {
        current.get().synchronizations.add(synchronization);
    }

    <T> T required(Callable<T> work) throws Exception {
        return required(work, thrown -> true);
    }

    <T> T required(Callable<T> work, RollbackRule rule) throws Exception {
        return active() ? join(work, rule) : begin(work, rule);
    }

    <T> T requiresNew(Callable<T> work, RollbackRule rule) throws Exception {
        return suspended(() -> begin(work, rule));
    }

    /** Runs without the thread's transaction. */
    <T> T suspended(Callable<T> work) throws Exception {
        Current outer = current.get();
        current.remove();
        try {
            return work.call();
        } finally {
            if (outer != null) {
                current.set(outer);
            }
        }
    }

    <T> T join(Callable<T> work, RollbackRule rule) throws Exception {
        try {
            return work.call();
        } catch (Throwable e) {
            if (rule.undoes(e)) {
                current.get().rollbackOnly = true;
            }
            throw e;
        }
    }

    private <T> T begin(Callable<T> work, RollbackRule rule) throws Exception {
        Current mine = new Current(factory.createEntityManager());
        mine.em.getTransaction().begin();
        // in a server, reads use the transaction's connection from the first statement on
        mine.em.unwrap(UnitOfWork.class).beginEarlyTransaction();
        current.set(mine);
        try {
            T result = join(work, rule);
            commit(mine);
            return result;
        } catch (Throwable e) {
            if (mine.em.isOpen() && mine.em.getTransaction().isActive()) {
                if (mine.rollbackOnly) {
                    rollback(mine);
                } else {
                    commit(mine);
                }
            }
            throw e;
        }
    }

    private void commit(Current mine) {
        try {
            mine.synchronizations.forEach(Synchronization::beforeCompletion);
            if (mine.rollbackOnly) {
                throw new RollbackException("The transaction was marked for rollback.");
            }
            mine.em.getTransaction().commit();
        } catch (RuntimeException e) {
            rollback(mine);
            throw e;
        }
        end(mine, Status.STATUS_COMMITTED);
    }

    private void rollback(Current mine) {
        if (mine.em.getTransaction().isActive()) {
            mine.em.getTransaction().rollback();
        }
        end(mine, Status.STATUS_ROLLEDBACK);
    }

    private void end(Current mine, int status) {
        mine.em.close();
        current.remove();
        mine.completed(status);
    }

    /** The one that is injected everywhere: it follows the transaction of the calling thread. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
            if (REFUSED.contains(method.getName())) {
                throw new IllegalStateException("The container manages this entity manager: no " + method.getName() + "().");
            }
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            Current mine = current.get();
            return mine == null ? once(method, arguments) : invoke(mine.em, method, arguments);
        });
    }

    private Object once(Method method, Object[] arguments) throws Throwable {
        if (NEED_TRANSACTION.contains(method.getName()) || locks(arguments)) {
            throw new TransactionRequiredException(method.getName() + " needs a transaction.");
        }
        EntityManager em = factory.createEntityManager();
        boolean keep = false;
        try {
            Object result = invoke(em, method, arguments);
            // a query works after this call; it holds no connection between its own calls
            keep = result instanceof Query || !method.getName().equals("find");
            return result;
        } finally {
            if (!keep) {
                em.close();
            }
        }
    }

    private static boolean locks(Object[] arguments) {
        return arguments != null && Arrays.stream(arguments).anyMatch(a -> a instanceof LockModeType lock && lock != LockModeType.NONE);
    }

    private static Object invoke(EntityManager em, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(em, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
