package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number or device that does not go along, and why, in words.
 *
 * @param id of the device, null for a number that means none
 */
public record LeftLine(Long id, String name, String why) implements Serializable {
    static ArrayList<LeftLine> of(DeviceQueries.Chosen chosen, List<LoanQueries.Left> left, Locale locale) {
        ArrayList<LeftLine> lines = new ArrayList<>();
        chosen.unknown().forEach(u -> lines.add(new LeftLine(null, u.number(), u.why().told(locale))));
        left.forEach(l -> lines.add(new LeftLine(l.deviceId(), l.inventoryNo(), l.why().told(locale))));
        return lines;
    }

    /** The numbers that were typed with line ends, commas, semicolons or tabs between them. */
    static List<String> typed(String numbers) {
        return List.of((numbers == null ? "" : numbers).split("[\\r\\n;,\\t]+"));
    }
}
