package de.schulpakt.overview;

import de.schulpakt.platform.Message;
import java.util.List;

/**
 * What waits for a school.
 *
 * @param schools  one's own schools
 * @param requests requests that have not ended, the newest first
 * @param devices  devices to be placed, or to be put into service by the school
 * @param accept   work to be accepted
 */
public record SchoolHome(List<SchoolChoice> schools, List<SchoolRequest> requests, List<ExpectedRow> expected,
        List<DeviceLine> devices, List<TicketLine> accept, List<Message> news, List<CategoryMoney> money) {
}
