package de.schulpakt.platform.faces.web;

import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what {@code f:ajax} does as data instead of as a script in an attribute, which the content security policy forbids:
 * {@code data-ajax-change="change|request:lines|request:money"} instead of {@code onchange="mojarra.ab(...)"}. look.js reads
 * it.
 */
public class PlainRenderKit extends RenderKitWrapper {
    private static final Pattern AJAX = Pattern.compile("mojarra\\.ab\\(this,event,(\\S+?),(\\S+?|'[^']*'),('[^']*'|0)[,)].*", Pattern.DOTALL);

    public PlainRenderKit(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(Writer writer, String contentTypeList, String characterEncoding) {
        return new Plain(super.createResponseWriter(writer, contentTypeList, characterEncoding));
    }

    /** The data of a script of Faces, null if it is no such script. */
    static String data(Object script) {
        Matcher ajax = AJAX.matcher(script == null ? "" : script.toString());
        return ajax.matches() ? plain(ajax.group(1)) + "|" + plain(ajax.group(2)) + "|" + plain(ajax.group(3)) : null;
    }

    private static String plain(String argument) {
        return "0".equals(argument) ? "" : argument.replace("'", "");
    }

    private static final class Plain extends ResponseWriterWrapper {

        Plain(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void writeAttribute(String name, Object value, String property) throws IOException {
            String data = name.startsWith("on") ? data(value) : null;
            if (data == null) {
                super.writeAttribute(name, value, property);
            } else {
                super.writeAttribute("data-ajax-" + name.substring(2), data, property);
            }
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return new Plain(super.cloneWithWriter(writer));
        }
    }
}
