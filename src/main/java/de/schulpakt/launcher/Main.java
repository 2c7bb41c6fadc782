package de.schulpakt.launcher;

/**
 * {@code java -jar schulpakt.jar [demo]}. The distribution holds this class compiled for Java 8, so that an old Java can
 * read the sentence instead of failing on the class file; it therefore names no other class and uses nothing new.
 */
public final class Main {

    private static final double NEEDED = 17;

    private Main() {
    }

    /** @param args nothing, or {@code demo} */
    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (Double.parseDouble(version) < NEEDED) {
            System.err.println("This is Java " + version + ", and Schulpakt needs Java 17 or later: install it, or set the path to it.");
            System.exit(1);
        }
        Class.forName("de.schulpakt.launcher.Launcher").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
