package de.schulpakt.kit;

import jakarta.enterprise.context.control.RequestContextController;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test empty tables, a request scope and the {@link Db}. */
final class DbExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(DbExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        Db db = Db.instance();
        db.clean();
        RequestContextController request = db.get(RequestContextController.class);
        request.activate();
        context.getStore(SPACE).put(RequestContextController.class, request);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getStore(SPACE).get(RequestContextController.class, RequestContextController.class).deactivate();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Db.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Db.instance();
    }
}
