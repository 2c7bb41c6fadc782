package de.schulpakt.platform.front.web;

import de.schulpakt.platform.TooLarge;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.step.Once;
import de.schulpakt.platform.step.Outcome;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The first filter of every request and of every page for errors; {@code web.xml} says how much may come in where. What it
 * refuses never reaches a filter, a page or a resource.
 */
public class Front extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(Front.class.getName());
    /** Set by the launcher, {@code DatabaseWatch}. */
    private static final String AWAY = "schulpakt.database.away";
    private static final int SC_AWAY = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final long PAPER_MB = 26;
    @Inject
    transient BaseUrl base;
    private transient Gate gate;
    private transient SlowBodies slow;

    @Override
    public void init() throws ServletException {
        gate = new Gate(base, new Gate.Limits(number("body"), number("upload"), paths("uploads"), paper(), paths("papers")));
        slow = new SlowBodies((int) number("slow"), (int) number("slowOfOne"));
    }

    /** The operator's bound of a file, and what a form puts around it. */
    private static long paper() {
        String text = ConfigProvider.getConfig().getOptionalValue("schulpakt.paper.megabytes", String.class).orElse("");
        return (text.matches("[1-9]\\d{0,5}") ? Long.parseLong(text) + 1 : PAPER_MB) << 20;
    }

    private Set<String> paths(String name) {
        return Set.of(getInitParameter(name).strip().split("\\s+"));
    }

    private long number(String name) {
        return Long.parseLong(getInitParameter(name).strip());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        Place place = Place.of(path);
        Answer answer = new Answer(request, response, place, base);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE) == ViewExpiredException.class) {
                // nothing broke: the page had been open for longer than it is kept
                response.setStatus(HttpServletResponse.SC_CONFLICT);
            }
            if (Asked.isMultipart(request)) {
                Failures.page(answer, request, (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
            } else {
                chain.doFilter(new AsGet(request), answer);
            }
            return;
        }
        int status = gate.refuse(head(request, path));
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            answer.setHeader("Allow", String.join(", ", new TreeSet<>(place.methods())));
        }
        if (status != Gate.OPEN) {
            LOG.log(Level.FINE, "refused with {0}", status);
            refuse(request, answer, place, status);
        } else if ("OPTIONS".equals(request.getMethod()) && place != Place.API) {
            answer.setHeader("Allow", String.join(", ", new TreeSet<>(place.methods())));
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (Boolean.getBoolean(AWAY) && place == Place.API) {
            away(request, answer, () -> Failures.problem(answer, request, SC_AWAY, "database.away"));
        } else if (Boolean.getBoolean(AWAY) && place == Place.PAGE) {
            away(request, answer, () -> Failures.away(answer, request));
        } else {
            pass(new Asked(request, base, gate.largest(path)), answer, place, chain);
        }
    }

    private interface Says {
        void run() throws IOException;
    }

    /** The launcher says that the database is away: nobody waits to find it out again. */
    private static void away(HttpServletRequest request, Answer answer, Says says) throws IOException {
        Outcome.forget();
        answer.setHeader("Retry-After", "5");
        if (request.getContentLengthLong() != 0) {
            answer.setHeader("Connection", "close");
        }
        says.run();
    }

    private void refuse(HttpServletRequest request, Answer answer, Place place, int status) throws IOException {
        if (request.getContentLengthLong() != 0) {
            // what is still to come is not waited for
            answer.setHeader("Connection", "close");
        }
        if (place == Place.API || place == Place.SERVICE) {
            Failures.problem(answer, request, status);
        } else {
            Failures.page(answer, request, status);
        }
    }

    private void pass(Asked request, Answer answer, Place place, FilterChain chain) throws IOException, ServletException {
        String sender = request.getRemoteAddr();
        boolean waits = WITH_BODY.contains(request.getMethod()) && !whole(request);
        if (waits && !slow.enter(sender)) {
            answer.setHeader("Retry-After", "5");
            refuse(request, answer, place, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Outcome.forget();
        // before anybody reads a parameter: otherwise umlauts come as something else
        request.setCharacterEncoding("UTF-8");
        try {
            chain.doFilter(request, answer);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!answered(request, answer, place, failure)) {
                throw failure;
            }
        } finally {
            if (waits) {
                slow.leave(sender);
            }
            request.setAttribute(FailurePage.OUTCOME, Outcome.known());
            Once.forget();
            Outcome.forget();
            request.forgetParts();
        }
    }

    private static boolean whole(Asked request) throws IOException {
        long length = request.getContentLengthLong();
        boolean pieces = request.getHeader("Transfer-Encoding") != null;
        return !pieces && (length <= 0 || request.arrived() >= length);
    }

    private static boolean answered(HttpServletRequest request, Answer answer, Place place, Exception failure) throws IOException {
        if (TooLarge.in(failure)) {
            answer.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return true;
        }
        Optional<Explained> known = Explained.of(failure, Locale.GERMANY);
        boolean program = place == Place.API || place == Place.SERVICE;
        if (known.isPresent() && program) {
            Failures.problem(answer, request, known.get().status(), known.get().code());
        } else if (known.isPresent() && !answer.isCommitted()) {
            // what a page asked for while it was drawn
            answer.resetBuffer();
            answer.sendError(known.get().ofPage());
        } else if (program) {
            LOG.log(Level.SEVERE, "a failure that no mapper has seen", failure);
            Failures.problem(answer, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } else {
            return false;
        }
        return true;
    }

    private static Gate.Head head(HttpServletRequest request, String path) {
        return new Gate.Head(request.getMethod(), path, request.getQueryString(), request.getHeader("Host"), request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"), request.getContentType(), request.getContentLengthLong(),
                request.getHeader("Transfer-Encoding") != null);
    }

    /** As the container maps it: the address as it was sent may hold {@code /resources/../} before a page. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** The page for an error is looked at, whatever had been asked: the server would refuse to draw it for a method it does not know. */
    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
