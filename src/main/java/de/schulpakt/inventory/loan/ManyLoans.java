package de.schulpakt.inventory.loan;

import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Devices go out to several pupils at once, one each: every line of a list is a loan of its own with its own sheet, in a transaction of its own. What
 * fails is named by its line, and nothing is half done. Asks nobody: {@link Loans#handOut} does, for each line.
 */
@ApplicationScoped
public class ManyLoans {
    /** So many lines at most in one go. */
    public static final int MOST = 200;
    private static final int MOST_NAME = 120;
    private static final int MOST_CLASS = 40;

    @Inject
    Loans loans;
    @Inject
    LoanQueries queries;
    @Inject
    DeviceQueries devices;

    /**
     * A pupil who gets a device.
     *
     * @param schoolClass may be null
     * @param number      of the device in any notation; null: the next of those that the list has for all
     * @param guardian    who signs for a minor
     */
    public record Line(String name, String schoolClass, String number, String guardian) {
    }

    /**
     * Devices for several pupils; what else is said of a loan is the same for all.
     *
     * @param numbers     of the devices for lines that name none, in the order in which they go out; may be empty
     * @param minor       true: somebody signs for each
     * @param signed      true: the contracts are signed
     * @param accessories what goes out with each device, may be null
     */
    public record HandOut(@NotEmpty @Size(max = MOST) List<@NotNull Line> lines, @Size(max = MOST) List<@Size(max = 80) String> numbers, Boolean minor, Boolean signed,
            @NotNull Loans.LoanCondition condition, @Size(max = 500) String accessories, @NotNull LocalDate dueOn) {
    }

    /**
     * What came of it.
     *
     * @param made the loans, in the order of their lines
     * @param left the lines of which nothing came, each with why
     */
    public record Result(List<Made> made, List<Left> left) {
    }

    /** A loan of a line; the first line is 1. */
    public record Made(int line, Long loanId, String no, Long sheetId) {
    }

    /** A line of which nothing came. */
    public record Left(int line, Sentence why) {
    }

    /** Hands them out, line by line. */
    public Result handOut(@Valid HandOut cmd) {
        Deque<Long> free = new ArrayDeque<>();
        if (cmd.numbers() != null) {
            cmd.numbers().stream().filter(number -> number != null && !number.isBlank()).forEach(number -> free.addAll(devices.meant(List.of(), List.of(number)).ids()));
        }
        List<Made> made = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < cmd.lines().size(); i++) {
            try {
                made.add(one(i + 1, cmd.lines().get(i), cmd, free));
            } catch (Problem problem) {
                left.add(new Left(i + 1, Sentence.of(problem.code(), problem.args().stream().map(v -> Sentence.keeps(v) ? v : String.valueOf(v)).toArray())));
            } catch (RuntimeException failure) {
                // two people at one device: the database stops the second, and the other lines go on
                if (Explained.of(failure, Locale.ROOT).isEmpty()) {
                    throw failure;
                }
                left.add(new Left(i + 1, Sentence.of("loan.line_stopped")));
            }
        }
        return new Result(made, left);
    }

    private Made one(int no, Line line, HandOut cmd, Deque<Long> free) {
        String name = Loan.text(line.name());
        String schoolClass = Loan.text(line.schoolClass());
        String guardian = Loan.text(line.guardian());
        if (name == null || name.length() > MOST_NAME || guardian != null && guardian.length() > MOST_NAME) {
            throw new Refused("loan.line_name", MOST_NAME);
        }
        if (schoolClass != null && schoolClass.length() > MOST_CLASS) {
            throw new Refused("loan.line_class", MOST_CLASS);
        }
        Long device = device(line, free);
        Long loan = loans.handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.PUPIL, name, schoolClass, null, cmd.minor(), guardian, cmd.signed(), cmd.condition(),
                cmd.accessories(), cmd.dueOn())).get(0);
        free.remove(device);
        LoanQueries.View view = queries.view(loan);
        return new Made(no, loan, view.no(), view.sheets().get(0).id());
    }

    private Long device(Line line, Deque<Long> free) {
        String number = Loan.text(line.number());
        if (number == null) {
            // one that somebody has by now is passed over
            while (!free.isEmpty() && queries.free(List.of(free.peekFirst())).ids().isEmpty()) {
                free.removeFirst();
            }
            if (free.isEmpty()) {
                throw new Refused("loan.no_device_left");
            }
            return free.peekFirst();
        }
        DeviceQueries.Chosen chosen = devices.meant(List.of(), List.of(number));
        chosen.unknown().stream().findFirst().ifPresent(unknown -> {
            throw new Refused(unknown.why().key(), unknown.number());
        });
        return chosen.ids().get(0);
    }
}
