package de.schulpakt.overview.money.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The money of a programme as a picture and as tables; everything it shows is in its URL. */
@Named("usagePage")
@ViewScoped
public class UsagePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long PERCENT = 100;
    private static final long TENTHS = 1000;
    @Inject
    transient UsageQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private transient UsageQueries.View view;
    private transient List<UsageQueries.Programme> programmes = List.of();
    private boolean choice;
    private transient List<UsageBar> frame = List.of();
    private transient List<UsageBar> use = List.of();

    /** Loads the figures. */
    public void load() {
        act.show(() -> {
            programmes = queries.programmes();
            choice = schools.authorities().size() > 1;
            if (!programmes.isEmpty()) {
                view = queries.usage(Params.number(here.param("programme")), Params.number(here.param("authority")));
                frame = frame(view);
                use = use(view);
            }
        });
    }

    /** Frame, applied and approved, as parts of the frame. */
    private static List<UsageBar> frame(UsageQueries.View v) {
        List<UsageBar> bars = new ArrayList<>();
        long whole = v.widestCents();
        if (v.frameCents() != null) {
            bars.add(bar("usage.frame", "m3", 0, v.frameCents(), whole, null));
        }
        if (v.appliedCents() != null) {
            bars.add(bar("usage.applied", "m3", 0, v.appliedCents(), whole, "/funding/funding.xhtml?programme=" + v.programmeId()));
        }
        bars.add(bar("usage.approved", "m2", 0, v.approvedCents(), whole, postings(v, "ALLOTTED")));
        return bars;
    }

    /** What has become of the approved money, as parts of it; each bar begins where the one before ends. */
    private static List<UsageBar> use(UsageQueries.View v) {
        long whole = v.approvedCents();
        return List.of(bar("usage.spent", "m1", 0, v.spentCents(), whole, postings(v, "SPENT")),
                bar("usage.committed", "m2", v.spentCents(), v.committedCents(), whole, postings(v, "COMMITTED")),
                bar("usage.reserved", "m3", v.spentCents() + v.committedCents(), v.reservedCents(), whole, postings(v, "RESERVED")),
                bar("usage.free", "m5", v.approvedCents() - v.freeCents(), v.freeCents(), whole, postings(v, "")));
    }

    private static UsageBar bar(String key, String tone, long from, Long cents, long whole, String href) {
        long all = Math.max(1, whole);
        return new UsageBar(key, tone, cents, share(from, all), share(cents, all),
                BigDecimal.valueOf((cents * TENTHS + all / 2) / all, 1), href);
    }

    private static String postings(UsageQueries.View v, String kind) {
        return "/overview/postings.xhtml?programme=" + v.programmeId() + (kind.isEmpty() ? "" : "&kind=" + kind)
                + (v.authorityId() == null ? "" : "&authority=" + v.authorityId());
    }

    /** Percent with two decimals, as a length in a picture. */
    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%d.%02d%%", part * PERCENT / whole, part * PERCENT * PERCENT / whole % PERCENT);
    }

    public UsageQueries.View getView() {
        return view;
    }

    public List<UsageQueries.Programme> getProgrammes() {
        return programmes;
    }

    /** True if there is more than one authority to choose. */
    public boolean isChoice() {
        return choice;
    }

    public List<UsageBar> getFrame() {
        return frame;
    }

    public List<UsageBar> getUse() {
        return use;
    }

    public Category[] getCategories() {
        return Category.values();
    }
}
