package de.schulpakt.overview.textblock;

import de.schulpakt.funding.application.ApplicationAction;
import de.schulpakt.funding.application.ApplicationQueries.AnnexView;
import de.schulpakt.funding.application.ApplicationQueries.Missing;
import de.schulpakt.funding.application.ApplicationQueries.PositionView;
import de.schulpakt.funding.application.ApplicationQueries.YearView;
import de.schulpakt.funding.household.FollowCostQueries.Counting;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Scope;
import de.schulpakt.overview.readiness.ReadinessQueries.Network;
import de.schulpakt.overview.textblock.TextBlockQueries.Block;
import de.schulpakt.overview.textblock.TextBlockQueries.Facts;
import de.schulpakt.overview.textblock.TextBlockQueries.Gap;
import de.schulpakt.overview.textblock.TextBlockQueries.There;
import de.schulpakt.overview.textblock.TextBlockQueries.View;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.concept.ConceptQueries.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the text blocks of an application in one language, from facts alone. */
final class TextBlockWriter {
    /** What the guide asks for that belongs to a school year. */
    private static final Set<String> OF_YEARS = Set.of("year", "numbers");
    /** Paragraphs whose sentences run on. */
    private static final Set<String> FLOWING = Set.of("frame", "money");
    private final Facts facts;
    private final Locale locale;
    private final List<PositionView> positions;
    private final String application;
    private final String programme;

    TextBlockWriter(Facts facts, Locale locale) {
        this.facts = facts;
        this.locale = locale;
        positions = facts.application().annexes().stream().flatMap(x -> x.positions().stream()).sorted(Comparator.comparing(PositionView::no)).toList();
        application = "/funding/application.xhtml?id=" + facts.application().id();
        programme = "/funding/programme.xhtml?id=" + facts.application().programmeId();
    }

    /** All of them: those that say something, and what the others lack. */
    View view() {
        List<Paragraph> all = new ArrayList<>(List.of(frame(), schools()));
        all.addAll(measures());
        all.addAll(List.of(network(), devices(), money(), concepts(), followCosts()));
        List<Block> blocks = all.stream().filter(p -> !p.empty()).map(Paragraph::block).toList();
        List<Gap> missing = all.stream().filter(Paragraph::empty).flatMap(p -> p.missing().stream()).toList();
        return new View(facts.application().id(), facts.application().no(), facts.application().title(), blocks, missing);
    }

    private Paragraph paragraph(String key) {
        return new Paragraph(key, Texts.get(locale, "text_block.title." + key), FLOWING.contains(key) ? " " : "\n", locale);
    }

    /** Who applies for what, from which programme and for which time. */
    private Paragraph frame() {
        var a = facts.application();
        Paragraph p = paragraph("frame");
        p.say("text_block.frame", a.authority(), a.programmeCode(), a.title(), a.no());
        p.figure(application, a.no(), "text_block.application");
        p.figure(programme, a.programmeCode(), "text_block.programme");
        days(p, programme, "programme_days", facts.programme().startsOn(), facts.programme().endsOn());
        if (decided()) {
            days(p, application, "period", a.periodFrom(), a.periodTo());
        }
        LocalDate from = positions.stream().map(PositionView::measureFrom).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        LocalDate to = positions.stream().map(PositionView::measureTo).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        if (!positions.isEmpty()) {
            days(p, application, "measures", from, to);
        }
        return p;
    }

    /** From one day to another, or what is known of it. */
    private static void days(Paragraph p, String href, String what, LocalDate from, LocalDate to) {
        if (from == null && to == null) {
            p.gap(href, "text_block.gap." + what);
        } else if (from == null) {
            p.say("text_block." + what + ".to", to);
            p.figure(href, to, "text_block.figure." + what + "_to");
        } else {
            p.say("text_block." + what + (to == null ? ".from" : ""), from, to);
            p.figure(href, from, "text_block.figure." + what + "_from");
            if (to != null) {
                p.figure(href, to, "text_block.figure." + what + "_to");
            }
        }
    }

    /** Schools with their school years and rooms. */
    private Paragraph schools() {
        List<AnnexView> annexes = facts.application().annexes();
        Paragraph p = paragraph("schools");
        if (!annexes.isEmpty()) {
            p.say("text_block.schools", annexes.size());
            boolean all = annexes.stream().allMatch(x -> sees(facts.sight().schools(), x));
            p.figure(all ? "/school/schools.xhtml?application=" + facts.application().id() : application, annexes.size(), "text_block.figure.schools");
            List<YearView> counted = annexes.stream().map(AnnexView::year).filter(y -> y != null && y.pupils() != null).toList();
            if (counted.size() > 1) {
                int sum = counted.stream().mapToInt(YearView::pupils).sum();
                List<Integer> begins = counted.stream().map(YearView::begins).distinct().toList();
                p.say("text_block.pupils", sum, counted.size());
                p.figure(all ? "/school/years.xhtml?application=" + facts.application().id() + (begins.size() == 1 ? "&begins=" + begins.get(0) : "") : application, sum,
                        "text_block.figure.pupils");
            }
            annexes.forEach(x -> school(p, x));
            unseen(p, facts.sight().networks());
        }
        facts.missing().stream().filter(m -> m.schoolId() == null || OF_YEARS.contains(m.what())).forEach(m -> gap(p, m));
        return p;
    }

    private void school(Paragraph p, AnnexView annex) {
        String school = annex.school();
        YearView year = annex.year();
        if (year != null) {
            String href = !sees(facts.sight().schools(), annex) ? null
                    : year.rowId() == null ? "/school/years.xhtml?school=" + annex.schoolId() : "/school/year.xhtml?id=" + year.rowId();
            List<Sentence> numbers = new ArrayList<>();
            number(p, numbers, href, school, "pupils", year.pupils());
            number(p, numbers, href, school, "classes", year.classes());
            number(p, numbers, href, school, "teachers", year.teachers());
            if (!numbers.isEmpty()) {
                p.say("text_block.school.year", school, year.name(), numbers);
            }
            if (year.changed()) {
                p.gap(href, "text_block.gap.year_changed", school, year.name());
            }
        }
        Network rooms = facts.networks().get(annex.schoolId());
        if (rooms != null) {
            p.say("text_block.school.rooms", school, rooms.rooms(), rooms.classrooms());
            p.figure(rooms(annex), rooms.rooms(), "text_block.figure.rooms", school);
            p.figure(rooms(annex) + "&kind=CLASSROOM", rooms.classrooms(), "text_block.figure.classrooms", school);
        } else if (sees(facts.sight().networks(), annex)) {
            p.gap(sees(facts.sight().schools(), annex) ? "/school/school.xhtml?id=" + annex.schoolId() : null, "text_block.gap.rooms", school);
        }
    }

    private static void number(Paragraph p, List<Sentence> numbers, String href, String school, String what, Integer number) {
        if (number != null) {
            numbers.add(Sentence.of("text_block.school." + what, number));
            p.figure(href, number, "text_block.figure.school_" + what, school);
        }
    }

    /** A paragraph for each category that is applied for, or one that says that nothing is. */
    private List<Paragraph> measures() {
        if (positions.isEmpty()) {
            Paragraph none = paragraph("measures");
            none.gap(application, "text_block.gap.positions");
            return List.of(none);
        }
        return Stream.of(Category.values()).filter(c -> positions.stream().anyMatch(x -> x.category() == c)).map(this::measure).toList();
    }

    private Paragraph measure(Category category) {
        List<PositionView> of = positions.stream().filter(x -> x.category() == category).toList();
        Paragraph p = new Paragraph(category.name(), Texts.get(locale, "text_block.title.category", Texts.get(locale, category)), "\n", locale);
        Money sum = Money.of(of.stream().mapToLong(PositionView::appliedCents).sum());
        p.say("text_block.measure", category, sum, of.size());
        p.figure(positions("&category=" + category.name()), sum, "text_block.figure.applied_for", category);
        for (AnnexView annex : facts.application().annexes()) {
            annex.positions().stream().filter(x -> x.category() == category).forEach(x -> position(p, annex, x));
            if (annex.positions().isEmpty() && category == positions.get(0).category()) {
                p.gap(changes() ? application : null, "text_block.gap.no_position", annex.school());
            }
        }
        return p;
    }

    private void position(Paragraph p, AnnexView annex, PositionView x) {
        String no = String.valueOf(x.no());
        List<Object> parts = new ArrayList<>(List.of(x.description()));
        List<Sentence> gaps = new ArrayList<>();
        if (x.quantity() != null && x.unitCents() != null) {
            parts.add(Sentence.of("text_block.position.units", x.quantity(), Money.of(x.unitCents())));
        } else if (x.quantity() != null) {
            parts.add(Sentence.of("text_block.position.pieces", x.quantity()));
            gaps.add(Sentence.of("text_block.position.no_price"));
        } else if (x.unitCents() != null) {
            parts.add(Sentence.of("text_block.position.each", Money.of(x.unitCents())));
            gaps.add(Sentence.of("text_block.position.no_quantity"));
        } else {
            gaps.add(Sentence.of("text_block.position.no_quantity"));
            gaps.add(Sentence.of("text_block.position.no_price"));
        }
        parts.add(Sentence.of("text_block.position.gross", Money.of(x.appliedCents())));
        if (x.measureFrom() != null || x.measureTo() != null) {
            parts.add(x.measureFrom() == null ? Sentence.of("text_block.position.until", x.measureTo())
                    : Sentence.of(x.measureTo() == null ? "text_block.position.since" : "text_block.position.days", x.measureFrom(), x.measureTo()));
        }
        if (x.measureFrom() == null || x.measureTo() == null) {
            gaps.add(Sentence.of("text_block.position.no_days"));
        }
        if (x.accompanying()) {
            parts.add(x.parentNo() == null ? Sentence.of("text_block.position.accompanying") : Sentence.of("text_block.position.accompanies", String.valueOf(x.parentNo())));
        }
        if (x.accompanying() && x.parentNo() == null) {
            gaps.add(Sentence.of("text_block.position.no_parent"));
        }
        p.say("text_block.position", annex.school(), no, parts);
        p.figure("/funding/annex.xhtml?id=" + annex.id(), Money.of(x.appliedCents()), "text_block.figure.position", annex.school(), no);
        if (!gaps.isEmpty()) {
            p.gap(changes() ? application : null, "text_block.gap.position", annex.school(), no, gaps);
        }
    }

    /** The state of the network, school by school, where anything is known of it. */
    private Paragraph network() {
        Paragraph p = paragraph("network");
        for (AnnexView annex : facts.application().annexes()) {
            Network n = facts.networks().get(annex.schoolId());
            if (n != null && n.known()) {
                network(p, annex, n);
            } else if (sees(facts.sight().networks(), annex)) {
                p.gap("/install/network.xhtml?school=" + annex.schoolId(), "text_block.gap.network", annex.school());
            }
        }
        unseen(p, facts.sight().networks());
        return p;
    }

    private void network(Paragraph p, AnnexView annex, Network n) {
        String school = annex.school();
        p.say("text_block.network", school, n.rooms(), n.surveyed(), n.cables(), n.ports(), n.accessPoints());
        p.figure(rooms(annex), n.surveyed(), "text_block.figure.surveyed", school);
        p.figure(rooms(annex), n.cables(), "text_block.figure.cables", school);
        p.figure(rooms(annex), n.ports(), "text_block.figure.ports", school);
        p.figure(rooms(annex), n.accessPoints(), "text_block.figure.access_points", school);
        if (!n.lacking().isEmpty()) {
            p.say("text_block.network.lacks", school, n.lacking().entrySet().stream().map(e -> Sentence.of("text_block.network.lack", e.getKey(), e.getValue())).toList());
            n.lacking().forEach((trade, many) -> p.figure(rooms(annex) + "&missing=" + trade, many, "text_block.figure.lacks", school, trade));
        }
        if (n.whole() > 0) {
            p.say("text_block.network.whole", school, n.whole());
            p.figure(rooms(annex), n.whole(), "text_block.figure.whole", school);
        }
    }

    /** Devices of the kind that is applied for which are in service already. */
    private Paragraph devices() {
        Paragraph p = paragraph("devices");
        if (positions.isEmpty()) {
            p.gap(application, "text_block.gap.positions");
            return p;
        }
        if (facts.kinds().isEmpty()) {
            p.gap("/procurement/catalogue.xhtml", "text_block.gap.catalogue");
            return p;
        }
        for (AnnexView annex : facts.application().annexes()) {
            List<There> there = facts.devices().stream().filter(d -> d.schoolId().equals(annex.schoolId())).toList();
            if (!there.isEmpty()) {
                p.say("text_block.devices", annex.school(), there.stream().map(d -> d.oldest() == null ? Sentence.of("text_block.devices.some", d.devices(), d.kind())
                        : Sentence.of("text_block.devices.oldest", d.devices(), d.kind(), d.oldest())).toList());
                there.forEach(d -> devices(p, annex, d));
            } else if (sees(facts.sight().devices(), annex)) {
                p.gap("/inventory/devices.xhtml?school=" + annex.schoolId(), "text_block.gap.devices", annex.school());
            }
        }
        unseen(p, facts.sight().devices());
        return p;
    }

    private static void devices(Paragraph p, AnnexView annex, There d) {
        String href = "/inventory/devices.xhtml?school=" + annex.schoolId() + "&kind=" + d.kind() + "&state=IN_SERVICE";
        p.figure(href, d.devices(), "text_block.figure.devices", annex.school(), d.kind());
        if (d.oldest() != null) {
            p.figure(href + "&deliveredTo=" + d.oldest(), d.oldest(), "text_block.figure.oldest", annex.school(), d.kind());
        }
        if (d.dated() < d.devices()) {
            p.gap(href, "text_block.gap.delivered", annex.school(), d.kind(), d.devices() - d.dated());
        }
    }

    /** What is applied for or approved, and who pays how much of it. */
    private Paragraph money() {
        var a = facts.application();
        Paragraph p = paragraph("money");
        if (positions.isEmpty()) {
            p.gap(application, "text_block.gap.positions");
            return p;
        }
        p.say("text_block.applied", Money.of(a.appliedCents()));
        p.figure(positions(""), Money.of(a.appliedCents()), "text_block.figure.applied");
        if (a.approvedCents() != null) {
            p.say("text_block.approved", Money.of(a.approvedCents()), a.decidedOn());
            p.figure(positions(""), Money.of(a.approvedCents()), "text_block.figure.approved");
        }
        if (a.ownShareBp() == null) {
            p.gap(programme, "text_block.gap.own_share", a.programmeCode());
            return p;
        }
        p.say("text_block.shares", Money.of(a.ownShareCents()), new Percent(a.ownShareBp()), Money.of(a.grantCents()));
        p.figure(decided() ? "/funding/own-share.xhtml?application=" + a.id() : application, Money.of(a.ownShareCents()), "text_block.figure.own_share");
        p.figure(application, Money.of(a.grantCents()), "text_block.figure.grant");
        return p;
    }

    /** Media concept, and the concept for operation, maintenance and support with its signatures, school by school. */
    private Paragraph concepts() {
        Paragraph p = paragraph("concepts");
        for (AnnexView annex : facts.application().annexes()) {
            String school = annex.school();
            if (annex.conceptReceivedOn() != null) {
                p.say("text_block.concept.received", school, annex.conceptReceivedOn());
                p.figure("/funding/annex.xhtml?id=" + annex.id(), annex.conceptReceivedOn(), "text_block.figure.received", school);
            } else if (annex.conceptDueOn() != null) {
                p.say("text_block.concept.due", school, annex.conceptDueOn());
                p.figure("/funding/annex.xhtml?id=" + annex.id(), annex.conceptDueOn(), "text_block.figure.due", school);
            }
            concept(p, annex, facts.media().get(annex.schoolId()), "media");
            Valid support = facts.support().get(annex.schoolId());
            concept(p, annex, support, "support");
            if (support != null && (support.schoolSignedOn() != null || support.authoritySignedOn() != null)) {
                List<Sentence> signed = new ArrayList<>();
                signed(p, annex, support, signed, "school", support.schoolSignedOn());
                signed(p, annex, support, signed, "authority", support.authoritySignedOn());
                p.say("text_block.concept.signed", school, signed);
            }
        }
        facts.missing().stream().filter(m -> m.schoolId() != null && !OF_YEARS.contains(m.what()) && !"position".equals(m.what())).forEach(m -> gap(p, m));
        if (facts.application().annexes().isEmpty()) {
            p.gap(application, "text_block.gap.no_school");
        }
        return p;
    }

    private void concept(Paragraph p, AnnexView annex, Valid concept, String kind) {
        if (concept != null) {
            p.say("text_block.concept." + kind, annex.school(), concept.title(), String.valueOf(concept.edition()), concept.validFrom());
            p.figure(concept(annex, concept), concept.validFrom(), "text_block.figure." + kind, annex.school());
        }
    }

    private void signed(Paragraph p, AnnexView annex, Valid concept, List<Sentence> signed, String side, LocalDate on) {
        if (on != null) {
            String by = "text_block.concept.by_" + side;
            signed.add(Sentence.of(by, on));
            p.figure(concept(annex, concept), on, "text_block.figure.signed_" + side, annex.school());
        }
    }

    private String concept(AnnexView annex, Valid concept) {
        return sees(facts.sight().schools(), annex) ? "/school/concept.xhtml?id=" + concept.id() : null;
    }

    /** What goes on to cost when the money of the fund is spent. */
    private Paragraph followCosts() {
        Long id = facts.application().id();
        Paragraph p = paragraph("follow_costs");
        if (facts.follow().isEmpty()) {
            p.gap(decided() && facts.sight().edits() ? "/funding/follow-cost-new.xhtml?application=" + id : null, decided() ? "text_block.gap.follow_costs" : "text_block.gap.no_award");
            return p;
        }
        Money sum = Money.of(facts.follow().stream().mapToLong(Counting::totalCents).sum());
        p.say("text_block.follow_costs", sum);
        p.figure("/funding/follow-costs.xhtml?application=" + id, sum, "text_block.figure.follow_costs");
        facts.follow().forEach(c -> {
            p.say("text_block.follow_cost", c.name(), c.kind(), Money.of(c.yearlyCents()), String.valueOf(c.firstYear()), String.valueOf(c.lastYear()));
            p.figure("/funding/follow-cost.xhtml?id=" + c.id(), Money.of(c.yearlyCents()), "text_block.figure.follow_cost", c.no());
        });
        return p;
    }

    /** What the guide asks for and nobody has recorded. */
    private void gap(Paragraph p, Missing missing) {
        if (missing.schoolId() == null) {
            p.gap(application, "text_block.gap.no_school");
            return;
        }
        boolean opens = missing.href() != null && facts.sight().schools().contains(facts.application().authorityId(), missing.schoolId());
        p.gap(opens ? missing.href() : null, "text_block.gap.of_school", missing.school(), Sentence.of("application.missing." + missing.what()));
    }

    /** For how many schools the asker may not see what would be told. */
    private void unseen(Paragraph p, Scope scope) {
        long unseen = facts.application().annexes().stream().filter(x -> !sees(scope, x)).count();
        if (unseen > 0) {
            p.gap(null, "text_block.unseen", unseen);
        }
    }

    private boolean sees(Scope scope, AnnexView annex) {
        return scope.contains(facts.application().authorityId(), annex.schoolId());
    }

    /** The list of the positions of the application: what a sum over its schools consists of. */
    private String positions(String more) {
        return "/funding/positions.xhtml?application=" + facts.application().id() + more;
    }

    /** The list of rooms of a school with what each has of each trade. */
    private static String rooms(AnnexView annex) {
        return "/overview/readiness.xhtml?school=" + annex.schoolId();
    }

    private boolean decided() {
        return facts.application().approvedCents() != null && facts.application().approvedCents() > 0;
    }

    private boolean changes() {
        return facts.application().actions().contains(ApplicationAction.CHANGE_POSITION);
    }
}
