package de.schulpakt.overview;

import java.util.List;

/**
 * The parts of a school's page that other modules know about. Money is null for who may not see it.
 *
 * @param ready   how many rooms are ready
 * @param planned how many rooms have or get anything
 */
public record SchoolPartsView(Long schoolId, Long ready, Long planned, List<RoomReadiness> rooms, List<CategoryMoney> money, Long freeCents,
        List<SchoolRequest> requests, Long requestCount, List<DeviceLine> devices, Long deviceCount, List<TicketLine> tickets,
        Long openTickets) {
}
