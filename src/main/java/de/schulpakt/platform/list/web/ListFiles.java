package de.schulpakt.platform.list.web;

import de.schulpakt.platform.list.ListFile;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Every list as a file, at the address of its page with another ending and the same parameters. */
@WebServlet({"*.csv", "*.xlsx"})
public class ListFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Lists lists;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        boolean csv = path.endsWith(".csv");
        String page = path.substring(0, path.lastIndexOf('.'));
        Optional<ListOf<?>> list = lists.at(page);
        if (list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ListView view = Lists.view(list.get(), page, request);
        response.setHeader("Content-Disposition", "attachment; filename=" + list.get().listing().name() + (csv ? ".csv" : ".xlsx"));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try {
            if (csv) {
                ListFile.csv(list.get(), view, language.getLocale(), response.getOutputStream());
            } else {
                ListFile.xlsx(list.get(), view, language.getLocale(), response.getOutputStream());
            }
        } catch (RuntimeException failure) {
            Optional<Explained> known = Explained.of(failure, language.getLocale());
            if (known.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(known.get().status(), known.get().code());
        }
    }
}
