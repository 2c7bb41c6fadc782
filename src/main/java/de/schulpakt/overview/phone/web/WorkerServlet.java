package de.schulpakt.overview.phone.web;

import de.schulpakt.platform.Sha256;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a browser reads at the root of the site: the service worker, which may only there stand in for every page, and the manifest with
 * which the page of the phone is installed. They hold nobody's data. The worker carries the sum of what it keeps: another sum is another
 * worker, so that the browser gets a new program whole.
 */
@WebServlet({"/phone-worker.js", "/app.webmanifest"})
public class WorkerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String WORKER = "/phone-worker.js";
    private static final String SOURCE = "/WEB-INF/phone/worker.js";
    /** What the kept page is made of. */
    private static final String[] PARTS = {SOURCE, "/phone.xhtml", "/resources/schulpakt/phone.js", "/resources/schulpakt/look.js",
            "/resources/schulpakt/heic.js",
            "/resources/libheif/libheif.js", "/resources/zxing/zxing.js", "/resources/schulpakt/look.css", "/resources/schulpakt/icons.svg"};
    private static final Map<String, String> TYPES = Map.of(WORKER, "text/javascript;charset=UTF-8", "/app.webmanifest", "application/manifest+json;charset=UTF-8");
    private static final int SIGNS = 6;
    private transient String worker;

    @Override
    public void init() throws ServletException {
        try {
            ServletContext files = getServletContext();
            MessageDigest sum = Sha256.digest();
            for (String part : PARTS) {
                sum.update(read(files, part));
            }
            worker = "const VERSION = '" + HexFormat.of().formatHex(sum.digest(), 0, SIGNS) + "';\n" + new String(read(files, SOURCE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    private static byte[] read(ServletContext files, String path) throws IOException {
        try (InputStream in = files.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        response.setContentType(TYPES.get(path));
        response.getWriter().write(WORKER.equals(path) ? worker : new String(read(getServletContext(), "/WEB-INF/phone/app.webmanifest"), StandardCharsets.UTF_8));
    }
}
