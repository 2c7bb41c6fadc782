package de.schulpakt.kit;

import de.schulpakt.launcher.EmbeddedDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import jakarta.persistence.spi.TransformerException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Builds the persistence unit as a server does, through the container's contract and with weaving: an entity that is not
 * woven behaves differently. Only the transactions are local to the connection.
 */
final class Persistence implements PersistenceUnitInfo {

    private static Persistence unit;

    private final EntityManagerFactory factory;
    private volatile DataSource source;

    private Persistence() {
        factory = new PersistenceProvider().createContainerEntityManagerFactory(this, Map.of());
    }

    /** From now on the entities are woven when they are loaded. Needs no database. */
    static synchronized Persistence weave() {
        if (unit == null) {
            unit = new Persistence();
        }
        return unit;
    }

    static EntityManagerFactory start(DataSource source) {
        Persistence persistence = weave();
        persistence.source = source;
        EntityManagerFactory factory = persistence.factory;
        // deploys now: the first test should not pay for it, and a mapping error should show as itself
        factory.createEntityManager().close();
        factory.getMetamodel().getEntities().forEach(Persistence::requireWoven);
        return factory;
    }

    private static void requireWoven(EntityType<?> entity) {
        if (!PersistenceWeaved.class.isAssignableFrom(entity.getJavaType())) {
            throw new IllegalStateException(entity.getJavaType() + " was loaded before it could be woven: "
                    + "is the JVM started with the agent, and Weaving listed as LauncherSessionListener?");
        }
    }

    /** Stands in for the database that is started later. */
    private DataSource later() {
        return (DataSource) Proxy.newProxyInstance(getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            try {
                return method.invoke(source, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public Properties getProperties() {
        Properties properties = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/META-INF/persistence.xml")) {
            NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("property");
            for (int i = 0; i < nodes.getLength(); i++) {
                Element property = (Element) nodes.item(i);
                properties.setProperty(property.getAttribute("name"), property.getAttribute("value"));
            }
        } catch (Exception e) {
            throw new IllegalStateException("META-INF/persistence.xml cannot be read.", e);
        }
        // a violated constraint is often what a test wants: the exception tells it, the log need not
        properties.setProperty("eclipselink.logging.level", "OFF");
        return properties;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        ByteBuddyAgent.install().addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                if (name == null || !name.startsWith("de/schulpakt/") || loader instanceof Temporary) {
                    return null;
                }
                try {
                    return transformer.transform(loader, name, redefined, domain, bytes);
                } catch (TransformerException e) {
                    throw new IllegalStateException("The class " + name + " could not be woven.", e);
                }
            }
        });
    }

    /** Loads the application's classes a second time, so that EclipseLink can look at them before they are woven. */
    private static final class Temporary extends ClassLoader {

        Temporary(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("de.schulpakt.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return new Temporary(getClassLoader());
    }

    @Override
    public ClassLoader getClassLoader() {
        return Persistence.class.getClassLoader();
    }

    @Override
    public String getPersistenceUnitName() {
        return "schulpakt";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return later();
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        try {
            return Beans.classes(EmbeddedDatabase.class).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> getManagedClassNames() {
        return List.of();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return false;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.AUTO;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }
}
