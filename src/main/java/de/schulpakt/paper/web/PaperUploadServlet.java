package de.schulpakt.paper.web;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes files from pages: from {@code look.js} one file as the body, with what is said of it in the address, answered in JSON;
 * from a form without scripts as parts, answered with the page again. The rights are asked before the file is read.
 */
@WebServlet("/paper/upload")
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class PaperUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Papers papers;
    @Inject
    transient PaperQueries queries;
    @Inject
    transient Intake intake;
    @Inject
    transient Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        boolean parts = String.valueOf(request.getContentType()).startsWith("multipart/");
        try {
            String type = request.getParameter("type");
            long id = number(request.getParameter("id"));
            queries.mayAttach(type, id);
            Long kept = parts ? fromParts(request, type, id) : one(request, type, id, request.getInputStream(), request.getParameter("name"));
            if (parts) {
                response.sendRedirect(Sending.page(request.getParameter("page")));
            } else {
                answer(response, Json.createObjectBuilder().add("id", kept).add("text", Texts.get(language.getLocale(), "papers.kept")));
            }
        } catch (RuntimeException failure) {
            Optional<Explained> known = Explained.of(failure, language.getLocale());
            if (known.isEmpty()) {
                throw failure;
            }
            if (parts) {
                response.sendError(known.get().status(), known.get().code());
            } else {
                response.setStatus(known.get().status());
                answer(response, Json.createObjectBuilder().add("code", known.get().code()).add("text", words(known.get())));
            }
        }
    }

    private Long fromParts(HttpServletRequest request, String type, long id) throws IOException, ServletException {
        Long last = 0L;
        for (Part part : request.getParts()) {
            if (part.getName().equals("file")) {
                try (InputStream in = part.getInputStream()) {
                    last = one(request, type, id, in, part.getSubmittedFileName());
                }
            }
        }
        return last;
    }

    private Long one(HttpServletRequest request, String type, long id, InputStream in, String name) {
        String replaces = request.getParameter("replaces");
        Papers.Attach cmd = new Papers.Attach(request.getParameter("kind"), request.getParameter("note"),
                replaces == null || replaces.isBlank() ? null : (Long) number(replaces));
        try (Received file = intake.take(in, name)) {
            return papers.attach(type, id, cmd, file);
        }
    }

    private static String words(Explained why) {
        return why.fields().isEmpty() ? why.detail() : String.join(" ", why.fields().values());
    }

    private static long number(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new NotFound("Paper", text);
        }
        return Long.parseLong(text);
    }

    private static void answer(HttpServletResponse response, JsonObjectBuilder answer) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(answer.build().toString());
    }
}
