package de.schulpakt.kit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.RollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.weld.interceptor.WeldInvocationContext;

/** What {@link Transactional} means, in a container without a transaction manager: one interceptor per type. */
final class TransactionalInterceptors {

    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 200;

    private TransactionalInterceptors() {
    }

    /** What the types have in common. */
    abstract static class Base {

        @Inject
        Transactions transactions;

        static Transactions.RollbackRule rule(InvocationContext context) {
            Set<Transactional> bindings = ((WeldInvocationContext) context).getInterceptorBindingsByType(Transactional.class);
            Transactional transactional = bindings.iterator().next();
            return thrown -> {
                if (Stream.of(transactional.dontRollbackOn()).anyMatch(type -> type.isInstance(thrown))) {
                    return false;
                }
                boolean listed = Stream.of(transactional.rollbackOn()).anyMatch(type -> type.isInstance(thrown));
                return listed || thrown instanceof RuntimeException || thrown instanceof Error;
            };
        }

        /** A server reports a failed commit as TransactionalException; the cause names the constraint. */
        static Object commits(Callable<Object> work) throws Exception {
            try {
                return work.call();
            } catch (RollbackException e) {
                jakarta.transaction.RollbackException rollback = new jakarta.transaction.RollbackException(e.getMessage());
                rollback.initCause(e.getCause() == null ? e : e.getCause());
                throw new TransactionalException("The transaction could not be committed.", rollback);
            }
        }
    }

    /** Joins or begins. */
    @Interceptor
    @Transactional(TxType.REQUIRED)
    @Priority(PRIORITY)
    static class Required extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            return transactions.active() ? transactions.join(context::proceed, rule(context))
                    : commits(() -> transactions.required(context::proceed, rule(context)));
        }
    }

    /** Always begins. */
    @Interceptor
    @Transactional(TxType.REQUIRES_NEW)
    @Priority(PRIORITY)
    static class RequiresNew extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            return commits(() -> transactions.requiresNew(context::proceed, rule(context)));
        }
    }

    /** Only inside of one. */
    @Interceptor
    @Transactional(TxType.MANDATORY)
    @Priority(PRIORITY)
    static class Mandatory extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            if (!transactions.active()) {
                throw new TransactionalException(context.getMethod() + " needs a transaction.", new TransactionRequiredException());
            }
            return transactions.join(context::proceed, rule(context));
        }
    }

    /** Joins, or runs without. */
    @Interceptor
    @Transactional(TxType.SUPPORTS)
    @Priority(PRIORITY)
    static class Supports extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            return transactions.active() ? transactions.join(context::proceed, rule(context)) : context.proceed();
        }
    }

    /** Runs without. */
    @Interceptor
    @Transactional(TxType.NOT_SUPPORTED)
    @Priority(PRIORITY)
    static class NotSupported extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            return transactions.suspended(context::proceed);
        }
    }

    /** Refuses one. */
    @Interceptor
    @Transactional(TxType.NEVER)
    @Priority(PRIORITY)
    static class Never extends Base {
        @AroundInvoke
        Object around(InvocationContext context) throws Exception {
            if (transactions.active()) {
                throw new TransactionalException(context.getMethod() + " refuses a transaction.", new InvalidTransactionException());
            }
            return context.proceed();
        }
    }
}
