package de.schulpakt.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs Schulpakt in a second Java process, which the JVM ends when it has no memory left: after an OutOfMemoryError anything
 * may be half done, and only an option of the command line catches every one; {@code java -jar} carries none. Who gives the
 * option, or a debugger, has one process.
 */
final class Guardian {

    /** Tells the second process that it is the one. */
    static final String GUARDED = "schulpakt.guarded";
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;
    private static final int STOP_SECONDS = 90;
    /**
     * The optimising compiler begins later than usual: while the server starts it would take a third of the processors' time for code
     * that runs a few times. What the operator gives comes after and counts.
     */
    private static final List<String> START = List.of("-XX:Tier4InvocationThreshold=25000", "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=75000", "-XX:Tier4BackEdgeThreshold=200000");
    private static final List<String> OWN_PROCESS = List.of("OnOutOfMemoryError", "-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp",
            "com.sun.management.jmxremote");

    private Guardian() {
    }

    static boolean isNeeded() {
        return !Boolean.getBoolean(GUARDED) && System.getProperty("java.class.path").endsWith(".jar")
                && ManagementFactory.getRuntimeMXBean().getInputArguments().stream().noneMatch(a -> OWN_PROCESS.stream().anyMatch(a::contains));
    }

    /**
     * Runs it until it ends. Asked to stop, it passes that on; killed, it takes the other process with it, which notices
     * the end of its input.
     *
     * @return exit code of the process
     */
    static int run(Settings settings, String[] args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(START);
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC", "-D" + GUARDED + "=true", "-jar", System.getProperty("java.class.path")));
        command.addAll(List.of(args));
        try {
            Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "schulpakt-stop"));
            int code = process.waitFor();
            if (code == OUT_OF_MEMORY || code == KILLED) {
                EmbeddedDatabase.stopLeftBehind(settings.home().resolve("db"));
                System.err.println(code == OUT_OF_MEMORY
                        ? "Schulpakt had no memory left and was ended, nothing acknowledged is lost: start it again with more, as in 'java -Xmx2g -jar schulpakt.jar'."
                        : "Schulpakt was killed from outside: start it again, and look into the system's log whether the machine had no memory left.");
            }
            return code;
        } catch (IOException e) {
            throw new StartFailure("A second Java process could not be started (" + e.getMessage() + "): start with 'java -XX:+ExitOnOutOfMemoryError -jar schulpakt.jar', which needs none.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    private static void stop(Process process) {
        try (OutputStream wish = process.getOutputStream()) {
            wish.write('s');
            wish.flush();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // it has ended by itself
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
