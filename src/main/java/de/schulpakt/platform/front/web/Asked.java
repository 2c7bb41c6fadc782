package de.schulpakt.platform.front.web;

import de.schulpakt.platform.TooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A request as the person sees it: scheme and host of the installation, and a body that ends where it has to. */
final class Asked extends HttpServletRequestWrapper {
    private static final Logger LOG = Logger.getLogger(Asked.class.getName());
    private final BaseUrl base;
    private final long most;
    private ServletInputStream body;
    private boolean taken;

    Asked(HttpServletRequest request, BaseUrl base, long most) {
        super(request);
        this.base = base;
        this.most = most;
    }

    @Override
    public String getScheme() {
        return base.configured() ? base.scheme() : super.getScheme();
    }

    @Override
    public boolean isSecure() {
        return base.secure() || super.isSecure();
    }

    @Override
    public String getServerName() {
        return base.configured() ? base.host() : super.getServerName();
    }

    @Override
    public int getServerPort() {
        return base.configured() ? base.port() : super.getServerPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        boolean plain = getServerPort() == ("https".equals(getScheme()) ? 443 : 80);
        return new StringBuffer(getScheme()).append("://").append(getServerName()).append(plain ? "" : ":" + getServerPort())
                .append(getRequestURI());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Ending(super.getInputStream(), most);
        }
        return body;
    }

    /** True if the body may hold files. */
    static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** How many bytes of the body are here, without waiting. */
    int arrived() throws IOException {
        return super.getInputStream().available();
    }

    // the first question for a parameter or a part makes the server store all parts

    @Override
    public String getParameter(String name) {
        taken = true;
        return super.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        taken = true;
        return super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        taken = true;
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        taken = true;
        return super.getParameterNames();
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        taken = true;
        return super.getPart(name);
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        taken = true;
        return super.getParts();
    }

    /** Deletes the files of the parts, if there are any. */
    void forgetParts() {
        if (!taken || !isMultipart(this)) {
            return;
        }
        try {
            for (Part part : super.getParts()) {
                part.delete();
            }
        } catch (IOException | ServletException | IllegalStateException e) {
            LOG.log(Level.FINE, "there were no parts", e);
        }
    }

    /** Refuses what comes after the last byte that may come. */
    private static final class Ending extends ServletInputStream {
        private final ServletInputStream in;
        private long left;

        Ending(ServletInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            if (n > 0) {
                count(n);
            }
            return n;
        }

        private void count(int n) throws TooLarge {
            left -= n;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
