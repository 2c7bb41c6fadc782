package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.AuditBundles;
import de.schulpakt.funding.audit.BundleWriter;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** {@code GET /funding/audit-bundle?application=7}: the bundle of application 7 as ZIP. */
@WebServlet("/funding/audit-bundle")
public class AuditBundleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AuditBundles bundles;
    @Inject
    transient BundleWriter writer;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long application = Objects.requireNonNullElse(Params.number(request.getParameter("application")), 0L);
        try {
            String name = bundles.fetch(application);
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setHeader("Cache-Control", "no-store");
            writer.write(application, language.getLocale(), response.getOutputStream());
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(why.status(), why.code());
        }
    }
}
