package de.schulpakt.kit;

import de.schulpakt.launcher.EmbeddedDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hibernate.validator.cdi.ValidationExtension;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jboss.weld.transaction.spi.TransactionServices;

/**
 * Weld over the application's classes and the tests' own beans, without what needs a server: the {@code web} packages.
 * A test replaces a bean with an {@code @Alternative @Priority(...)} of its own.
 */
final class Beans {

    private Beans() {
    }

    static WeldContainer start(Transactions transactions) {
        Class<?>[] classes = Stream.of(EmbeddedDatabase.class, Beans.class).flatMap(root -> scan(classes(root))).toArray(Class<?>[]::new);
        return new Weld("schulpakt-tests").disableDiscovery().setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .addBeanClasses(classes).addExtension(new Container(transactions))
                .addExtension(new ValidationExtension()).addServices(new Services(transactions))
                .initialize();
    }

    /** The folder of compiled classes that holds a class. */
    static Path classes(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> scan(Path root) {
        try (Stream<Path> files = Files.walk(root.resolve("de").resolve("schulpakt"))) {
            return files.filter(file -> file.toString().endsWith(".class")).map(file -> root.relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.').replace('\\', '.'))
                    .filter(name -> !name.contains(".web.") && !name.startsWith("de.schulpakt.launcher.") && !name.endsWith("-info"))
                    .<Class<?>>map(Beans::load).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Beans.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes {@code @PersistenceContext} fields injectable. */
    static final class Container implements Extension {

        private final Transactions transactions;

        Container(Transactions transactions) {
            this.transactions = transactions;
        }

        <T> void inject(@Observes @WithAnnotations(PersistenceContext.class) ProcessAnnotatedType<T> type) {
            type.configureAnnotatedType().filterFields(field -> field.isAnnotationPresent(PersistenceContext.class))
                    .forEach(field -> field.add(InjectLiteral.INSTANCE));
        }

        void provide(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().addTransitiveTypeClosure(EntityManager.class).addQualifiers(Any.Literal.INSTANCE, Default.Literal.INSTANCE)
                    .scope(ApplicationScoped.class).createWith(context -> transactions.entityManager());
            discovery.addBean().beanClass(Transactions.class).addType(Transactions.class)
                    .addQualifiers(Any.Literal.INSTANCE, Default.Literal.INSTANCE).createWith(context -> transactions);
        }
    }

    /** Lets observers wait for the end of the transaction. */
    private record Services(Transactions transactions) implements TransactionServices {

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            transactions.register(synchronization);
        }

        @Override
        public boolean isTransactionActive() {
            return transactions.active();
        }

        @Override
        public UserTransaction getUserTransaction() {
            throw new IllegalStateException("Use cases take their transaction from @Transactional.");
        }

        @Override
        public void cleanup() {
            // nothing is held
        }
    }
}
