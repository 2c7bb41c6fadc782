package de.schulpakt.funding.proof.web;

import de.schulpakt.funding.proof.ProofTable;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code GET /funding/proof-table?id=7}: proof 7 as XLSX. */
@WebServlet("/funding/proof-table")
public class ProofTableServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ProofTable table;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long id = Objects.requireNonNullElse(Params.number(request.getParameter("id")), 0L);
            String name = table.name(id, language.getLocale());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            table.write(id, language.getLocale(), out);
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(out.size());
            out.writeTo(response.getOutputStream());
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
