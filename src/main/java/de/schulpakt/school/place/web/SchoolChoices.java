package de.schulpakt.school.place.web;

import de.schulpakt.identity.Permission;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The schools for which somebody has the permission that the picker names. */
@RequestScoped
public class SchoolChoices implements ChoiceSource {
    @Inject
    SchoolQueries queries;

    @Override
    public String name() {
        return "schools";
    }

    @Override
    public Choices find(Asked asked) {
        Permission permission = Params.constant(Permission.class, asked.within());
        if (permission == null) {
            throw BadParameter.value("within", asked.within());
        }
        Page<SchoolQueries.Option> found = queries.options(permission, asked.text(), new PageRequest(1, SHOWN, null));
        return new Choices(found.rows().stream().map(SchoolChoices::choice).toList(), found.total())
                .with(queries.option(permission, asked.chosenId()).map(SchoolChoices::choice).orElse(null));
    }

    private static Choices.Choice choice(SchoolQueries.Option school) {
        return new Choices.Choice(school.id().toString(), school.city() == null ? school.name() : school.name() + ", " + school.city());
    }
}
