package de.schulpakt.platform.health.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Counts the requests that are running, so that a server which is told to stop lets them finish; from then on
 * ({@code schulpakt.stopping}) new ones are told to come back in a moment. It stands right behind the front door.
 */
public class RunningRequests implements Filter {
    private static final String NAME = "de.schulpakt:type=RunningRequests";
    private static final String STOPPING = "schulpakt.stopping";
    private static final String SECONDS = "15";
    private final AtomicInteger running = new AtomicInteger();

    /** What the launcher asks, which knows no class of the application. */
    public interface CountMXBean {
        /** How many requests have no answer yet. */
        int getRunning();
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            if (beans.isRegistered(name)) {
                beans.unregisterMBean(name);
            }
            CountMXBean count = running::get;
            beans.registerMBean(count, name);
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (Boolean.getBoolean(STOPPING)) {
            turnAway((HttpServletRequest) request, (HttpServletResponse) response);
            return;
        }
        running.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new End());
            } else {
                running.decrementAndGet();
            }
        }
    }

    private static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SECONDS);
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(api ? "application/problem+json" : "text/plain;charset=UTF-8");
        response.getOutputStream().write((api
                ? "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,\"code\":\"stopping\",\"detail\":\"The server is being restarted. Nothing was stored; try again in a moment.\"}"
                : "Schulpakt wird gerade neu gestartet. Es wurde nichts gespeichert; bitte gleich noch einmal versuchen.\n"
                        + "Schulpakt is being restarted. Nothing was stored; please try again in a moment.\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void destroy() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            // the server is ending, and the bean with it
            return;
        }
    }

    /** An answer that another thread gives. */
    private final class End implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            running.decrementAndGet();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
