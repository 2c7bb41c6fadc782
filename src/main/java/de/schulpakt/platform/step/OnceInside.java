package de.schulpakt.platform.step;

import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.Whole;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands within the transaction of a use case: it claims the key of the request before anything is done. */
@Whole
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class OnceInside {
    @Inject
    OnceClaims claims;

    @AroundInvoke
    Object around(InvocationContext useCase) throws Exception {
        Once once = Once.current().orElse(null);
        // what writes lines only, as the security log does, carries out no command
        if (once != null && !useCase.getMethod().isAnnotationPresent(Unguarded.class)
                && !useCase.getMethod().getDeclaringClass().isAnnotationPresent(Unguarded.class) && once.claims()) {
            claims.claim(once);
        }
        return useCase.proceed();
    }
}
