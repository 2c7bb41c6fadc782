package de.schulpakt.school.place.web;

import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The school authorities of this installation. */
@RequestScoped
public class AuthorityChoices implements ChoiceSource {
    @Inject
    SchoolQueries queries;

    @Override
    public String name() {
        return "authorities";
    }

    @Override
    public Choices find(Asked asked) {
        String typed = asked.text() == null ? "" : asked.text().toLowerCase(asked.locale());
        List<SchoolQueries.AuthorityOption> all = queries.authorities();
        List<Choices.Choice> fit = all.stream().filter(a -> a.name().toLowerCase(asked.locale()).contains(typed)).map(AuthorityChoices::choice).toList();
        return new Choices(fit.stream().limit(SHOWN).toList(), fit.size())
                .with(all.stream().filter(a -> a.id().equals(asked.chosenId())).map(AuthorityChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(SchoolQueries.AuthorityOption authority) {
        return new Choices.Choice(authority.id().toString(), authority.name());
    }
}
