package de.schulpakt.launcher;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signals of the operating system, caught before the JVM begins to end: its shutdown hooks run all at once, and Payara's
 * would cut off the requests that are running. The class behind it is not part of the language, so a Java without it only
 * loses this courtesy.
 */
final class Signals {

    private Signals() {
    }

    static void on(String name, Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object mine = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    work.run();
                    yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> name;
            });
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance(name), mine);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Logger.getLogger(Signals.class.getName()).log(Level.FINE, "signal " + name + " is not ours", e);
        }
    }
}
