package de.schulpakt.identity.factor;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;

/**
 * What needs a code of the own second factor first. It stands outside the transactions of the use cases, because a wrong code must
 * be counted although nothing else is stored.
 */
@ApplicationScoped
public class FactorProofs {
    @Inject
    CurrentUser current;
    @Inject
    SignIns signIns;
    @Inject
    Factors factors;

    /**
     * Makes ten new recovery codes; the old ones count no longer.
     *
     * @return the codes, told this once
     * @throws Refused what {@link SignIns#prove} refuses
     */
    public List<String> renewCodes(@Valid Factors.Prove cmd) {
        prove(cmd);
        return factors.renewCodes();
    }

    /**
     * Signs in with the password alone again. All other sessions and all tokens end.
     *
     * @throws Refused {@code factor.demanded} if one of the own roles demands it; what {@link SignIns#prove} refuses
     */
    public void switchOff(@Valid Factors.Prove cmd) {
        factors.requireNotDemanded();
        prove(cmd);
        factors.switchOff();
    }

    private void prove(Factors.Prove cmd) {
        signIns.prove(current.person(), cmd.code());
    }
}
