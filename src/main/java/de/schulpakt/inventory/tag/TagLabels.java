package de.schulpakt.inventory.tag;

import de.schulpakt.paper.label.Label;
import de.schulpakt.paper.label.LabelSource;
import de.schulpakt.platform.BadParameter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** The tags of a roll have labels, which are printed before anybody knows on which device they will be; the code opens the page that asks for it. */
@ApplicationScoped
class TagLabels implements LabelSource {
    private static final Set<String> KNOWN = Set.of("roll", "id");
    @Inject
    TagQueries queries;

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public void each(Map<String, List<String>> sent, boolean strict, Consumer<Label> sink) {
        sent.keySet().stream().filter(name -> strict && !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw BadParameter.unknown(name);
        });
        TagNo last = last(sent);
        if (last != null) {
            List<String> only = sent.getOrDefault("id", List.of());
            LongStream.rangeClosed(1, last.at()).filter(at -> only.isEmpty() || only.contains(String.valueOf(at))).forEach(at -> sink.accept(label(last.roll(), at)));
        }
    }

    @Override
    public void of(Map<String, List<String>> sent, List<Long> ids, Consumer<Label> sink) {
        TagNo last = last(sent);
        if (last != null) {
            ids.stream().filter(at -> at >= 1 && at <= last.at()).forEach(at -> sink.accept(label(last.roll(), at)));
        }
    }

    private TagNo last(Map<String, List<String>> sent) {
        List<String> roll = sent.getOrDefault("roll", List.of());
        return roll.size() == 1 && roll.get(0).matches("\\d{1,18}") ? queries.last(Long.parseLong(roll.get(0))) : null;
    }

    private static Label label(String roll, long at) {
        String no = new TagNo(roll, (int) at).toString();
        return new Label(at, no, List.of(), "/inventory/tag.xhtml?tag=" + no);
    }
}
