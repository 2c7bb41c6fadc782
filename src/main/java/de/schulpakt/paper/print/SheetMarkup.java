package de.schulpakt.paper.print;

import de.schulpakt.platform.text.Texts;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a DOM of a sheet and a letter. Every word of people becomes a text node, so nothing of it can be markup. */
final class SheetMarkup {
    private static final int SMALL_LINES_FROM = 1;
    /** The look of a margin of the page stands in one rule, or half of it is lost. */
    private static final String PAGE_NUMBER = "font-family: 'Liberation Sans', 'DejaVu Sans'; font-size: 8pt; color: #444; vertical-align: top;"
            + " padding-top: 4mm; text-align: right;";
    /** What is read as running text or in a narrow column; names and addresses of the letterhead stay as they are written. */
    private static final Set<String> PARTED = Set.of("p", "th", "td", "caption", "h1", "h2");
    private final Document document;
    private final Sheet sheet;
    private final Letter letter;

    private SheetMarkup(Sheet sheet, Letter letter) {
        this.sheet = sheet;
        this.letter = letter;
        try {
            document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The page of a sheet.
     *
     * @param style the look
     * @param logo  the logo as a PNG without anything beside the picture, null for none
     * @param made  when it is made, as it is read
     */
    static Document of(Sheet sheet, Letter letter, String style, byte[] logo, String made) {
        return new SheetMarkup(sheet, letter).page(style, logo, made);
    }

    private Document page(String style, byte[] logo, String made) {
        Element html = document.createElement("html");
        html.setAttribute("lang", sheet.locale().getLanguage());
        document.appendChild(html);
        head(add(html, "head", null, null), style);
        Element body = add(html, "body", null, null);
        foot(body, made);
        letterhead(body, logo);
        add(body, "h1", null, sheet.title());
        words(body, letter.opening());
        for (Sheet.Part part : sheet.parts()) {
            part(body, part);
        }
        words(body, letter.closing());
        return document;
    }

    private void head(Element head, String style) {
        add(head, "title", null, sheet.title());
        meta(head, "description", sheet.title());
        meta(head, "author", sheet.authority().isBlank() ? "Schulpakt" : sheet.authority());
        Locale locale = sheet.locale();
        add(head, "style", null, style + "@page { @bottom-right { " + PAGE_NUMBER + " content: \"" + plain(Texts.get(locale, "print.page"))
                + " \" counter(page) \" " + plain(Texts.get(locale, "print.of")) + " \" counter(pages) } }");
    }

    /** Words of ours that stand in a text of CSS. */
    private static String plain(String word) {
        return word.replaceAll("[^\\p{L} ]", "");
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta", null, null);
        meta.setAttribute("name", name);
        meta.setAttribute("content", clean(content));
    }

    private void foot(Element body, String made) {
        Element foot = add(body, "div", "foot", null);
        String first = Stream.of(lines(letter.footer())).flatMap(List::stream).collect(Collectors.joining(" · "));
        add(foot, "div", null, first.isEmpty() ? sheet.authority() : first);
        add(foot, "div", null, Texts.get(sheet.locale(), "print.made", made));
    }

    private void letterhead(Element body, byte[] logo) {
        Element top = add(body, "div", "top", null);
        if (logo != null) {
            Element image = add(top, "img", "logo", null);
            image.setAttribute("alt", clean(Texts.get(sheet.locale(), "print.logo", sheet.authority())));
            image.setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(logo));
        }
        List<String> sender = lines(letter.sender() == null ? sheet.authority() : letter.sender());
        Element from = add(top, "div", "from", null);
        for (int i = 0; i < sender.size(); i++) {
            add(from, "div", i == 0 ? "name" : null, sender.get(i));
        }
        lines(letter.contact()).forEach(line -> add(from, "div", null, line));
        if (!sheet.to().isEmpty()) {
            Element to = add(body, "div", "to", null);
            add(to, "div", "back", String.join(" · ", sender));
            sheet.to().forEach(line -> add(to, "div", null, line));
        }
        add(body, "div", "clear", null);
    }

    private void part(Element body, Sheet.Part part) {
        if (part instanceof Sheet.Heading heading) {
            add(body, "h2", null, heading.text());
        } else if (part instanceof Sheet.Words words) {
            words(body, words.text());
        } else if (part instanceof Sheet.Facts facts) {
            facts(body, facts);
        } else if (part instanceof Sheet.Grid grid) {
            grid(body, grid);
        } else if (part instanceof Sheet.Picture picture) {
            picture(body, picture);
        } else if (part instanceof Sheet.Signs signs) {
            signs(body, signs);
        }
    }

    private void words(Element body, String text) {
        if (text != null) {
            for (String paragraph : text.strip().split("\\R\\s*\\R")) {
                if (!paragraph.isBlank()) {
                    add(body, "p", null, paragraph.strip());
                }
            }
        }
    }

    private void facts(Element body, Sheet.Facts facts) {
        Element rows = add(add(body, "table", "facts", null), "tbody", null, null);
        Stream.concat(facts.facts().stream(), leitweg(facts)).forEach(fact -> {
            Element row = add(rows, "tr", null, null);
            add(row, "th", null, fact.label()).setAttribute("scope", "row");
            add(row, "td", null, fact.value());
        });
    }

    /** Below the first facts of a sheet that tells it. */
    private Stream<Sheet.Fact> leitweg(Sheet.Facts facts) {
        boolean first = sheet.parts().stream().filter(Sheet.Facts.class::isInstance).findFirst().filter(f -> f == facts).isPresent();
        return first && sheet.tellsLeitwegId() && letter.leitwegId() != null
                ? Stream.of(new Sheet.Fact(Texts.get(sheet.locale(), "print.leitweg"), letter.leitwegId())) : Stream.empty();
    }

    private void grid(Element body, Sheet.Grid grid) {
        Element table = add(body, "table", "grid", null);
        add(table, "caption", null, grid.caption());
        Element row = add(add(table, "thead", null, null), "tr", null, null);
        for (Sheet.Column column : grid.columns()) {
            Element th = add(row, "th", column.number() ? "num" : null, column.label());
            th.setAttribute("scope", "col");
            th.setAttribute("style", "width: " + column.share() + "%");
        }
        Element rows = add(table, "tbody", null, null);
        grid.rows().forEach(cells -> cells(rows, grid, cells, null));
        if (!grid.foot().isEmpty()) {
            cells(rows, grid, grid.foot(), "sum");
        }
    }

    private void cells(Element rows, Sheet.Grid grid, List<String> cells, String style) {
        Element row = add(rows, "tr", style, null);
        for (int i = 0; i < grid.columns().size(); i++) {
            List<String> lines = lines(i < cells.size() ? cells.get(i) : "");
            Element cell = add(row, "td", grid.columns().get(i).number() ? "num" : null, lines.isEmpty() ? "" : lines.get(0));
            lines.stream().skip(SMALL_LINES_FROM).forEach(line -> add(cell, "div", "small", line));
        }
    }

    private void picture(Element body, Sheet.Picture picture) {
        Element image = add(add(body, "div", "picture", null), "img", null, null);
        image.setAttribute("alt", clean(picture.alt()));
        image.setAttribute("style", "width: " + picture.widthMm() + "mm");
        image.setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.bytes()));
    }

    private void signs(Element body, Sheet.Signs signs) {
        Element all = add(body, "div", "signs", null);
        signs.under().forEach(text -> add(all, "div", "sign", text));
        add(body, "div", "clear", null);
    }

    private Element add(Element to, String name, String style, String text) {
        Element element = document.createElement(name);
        if (style != null) {
            element.setAttribute("class", style);
        }
        String shown = text == null || name.equals("style") ? text : clean(text);
        if (shown != null && (PARTED.contains(name) || "small".equals(style))) {
            shown = Syllables.parted(shown, sheet.locale());
        }
        if (shown != null && !shown.isEmpty()) {
            element.appendChild(document.createTextNode(shown));
        }
        to.appendChild(element);
        return element;
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(Objects::nonNull).filter(l -> !l.isEmpty()).toList();
    }

    /** Without what has no shape: control characters, and those that turn the direction of what follows. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || c == '\t' || shown(Character.getType(c))).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean shown(int type) {
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }
}
