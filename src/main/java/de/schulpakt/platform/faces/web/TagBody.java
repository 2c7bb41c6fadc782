package de.schulpakt.platform.faces.web;

import jakarta.el.ELException;
import jakarta.el.ValueExpression;
import jakarta.el.VariableMapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.util.Set;

/**
 * {@code <k:body hides="title href">}: stands around {@code <ui:insert/>} in a tag file and hides the attributes of
 * the tag from its body. Facelets passes the attributes of a tag file on to everything inside it, so a figure in a
 * card with a link would become a link itself.
 */
public final class TagBody extends TagHandler {

    private final Set<String> hidden;

    public TagBody(TagConfig config) {
        super(config);
        hidden = Set.of(getRequiredAttribute("hides").getValue().trim().split("\\s+"));
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) throws IOException {
        VariableMapper outer = context.getVariableMapper();
        context.setVariableMapper(new Hiding(outer));
        try {
            nextHandler.apply(context, parent);
        } finally {
            context.setVariableMapper(outer);
        }
    }

    private final class Hiding extends VariableMapper {
        private final VariableMapper outer;

        Hiding(VariableMapper outer) {
            this.outer = outer;
        }

        @Override
        public ValueExpression resolveVariable(String name) throws ELException {
            return hidden.contains(name) ? null : outer.resolveVariable(name);
        }

        @Override
        public ValueExpression setVariable(String name, ValueExpression value) throws ELException {
            return outer.setVariable(name, value);
        }
    }
}
