package de.schulpakt.overview.readiness;

/** What a room needs before a lesson can be held there, in the order of the trades, and who brings it. */
public enum RoomTrade {
    /** Power, ways and fire protection were looked at: a survey of the room or of the whole school has ended. */
    SURVEY(Ball.TECHNICIAN, """
            sv.id from Ticket sv, TicketKind sk where sk.id = sv.kindId and sk.code = 'SURVEY'
            and sv.state = de.schulpakt.install.ticket.TicketState.CLOSED and sv.schoolId = r.schoolId and (sv.roomId = r.id or sv.roomId is null)"""),
    /** No survey of the room has found that its power will not do. */
    POWER(Ball.OUTSIDE, """
            rp.id from Room rp where rp.id = r.id and not exists (select xs.id from RoomSurvey xs where xs.roomId = rp.id and xs.live = true
            and xs.enough = false)"""),
    /** A socket whose cable was measured and passed. */
    CABLE(Ball.TECHNICIAN, """
            ce.id from NetworkUnit cu, NetworkPort cp, NetworkEnd ce, NetworkCable cc where cu.roomId = r.id
            and cu.kind = de.schulpakt.install.network.UnitKind.SOCKET and cu.live = true and cp.unitId = cu.id and ce.portId = cp.id
            and ce.face = de.schulpakt.install.network.Face.REAR and ce.live = true and cc.id = ce.cableId and cc.passed = true"""),
    /** A socket whose cable leads to a switch, at once or over a panel. */
    PORT(Ball.TECHNICIAN, """
            pe.id from NetworkUnit pu, NetworkPort pp, NetworkEnd pe, NetworkEnd pf, NetworkPort pq, NetworkUnit pw where pu.roomId = r.id
            and pu.kind = de.schulpakt.install.network.UnitKind.SOCKET and pu.live = true and pp.unitId = pu.id and pe.portId = pp.id
            and pe.face = de.schulpakt.install.network.Face.REAR and pe.live = true and pf.cableId = pe.cableId and pf.place <> pe.place
            and pq.id = pf.portId and pw.id = pq.unitId and (pw.kind = de.schulpakt.install.network.UnitKind.SWITCH
            or exists (select pg.id from NetworkEnd pg, NetworkEnd ph, NetworkPort pi, NetworkUnit pj where pg.portId = pq.id
            and pg.face = de.schulpakt.install.network.Face.FRONT and pg.live = true and ph.cableId = pg.cableId and ph.place <> pg.place
            and pi.id = ph.portId and pj.id = pi.unitId and pj.kind = de.schulpakt.install.network.UnitKind.SWITCH))"""),
    /** An access point that is in service. */
    ACCESS_POINT(Ball.SCHOOL, devices("da", "= de.schulpakt.inventory.device.ModelKind.ACCESS_POINT")),
    /** A display or projector that is in service. */
    DISPLAY(Ball.SCHOOL, devices("dd", "in (de.schulpakt.inventory.device.ModelKind.DISPLAY, de.schulpakt.inventory.device.ModelKind.PROJECTOR)")),
    /** Devices for pupils and teachers that are in service. */
    DEVICES(Ball.SCHOOL, devices("dt", "in (de.schulpakt.inventory.device.ModelKind.TABLET, de.schulpakt.inventory.device.ModelKind.NOTEBOOK,"
            + " de.schulpakt.inventory.device.ModelKind.DESKTOP)")),
    /** Device management knows of no device in service there that it does not manage. */
    MANAGED(Ball.TECHNICIAN, """
            rm.id from Room rm where rm.id = r.id and not exists (select ms.id from DeviceSight ms, Device md where md.roomId = rm.id
            and md.state = de.schulpakt.inventory.device.DeviceState.IN_SERVICE and ms.deviceId = md.id and ms.managed = false)""");

    private final Ball ball;
    private final String id;
    private final String from;

    /** By the id of what is there, and where it is to be found. */
    RoomTrade(Ball ball, String found) {
        this.ball = ball;
        this.id = found.substring(0, found.indexOf(" from "));
        this.from = found.substring(found.indexOf(" from ")).strip();
    }

    private static String devices(String alias, String kinds) {
        return "%1$s.id from Device %1$s, DeviceModel %1$sm where %1$s.roomId = r.id and %1$sm.id = %1$s.modelId".formatted(alias)
                + " and " + alias + ".state = de.schulpakt.inventory.device.DeviceState.IN_SERVICE and " + alias + "m.kind " + kinds;
    }

    /** Who brings it. */
    public Ball ball() {
        return ball;
    }

    /** JPQL for how many there are in the room {@code r}. */
    String counted() {
        return "(select count(" + id + ") " + from + ")";
    }

    /**
     * JPQL that is true if there is one in the room {@code r}. As a case: the database would join the tables of all trades into one
     * statement and plan for longer than it reads.
     */
    String there() {
        return "(case when exists (select " + id + " " + from + ") then 1 else 0 end = 1)";
    }
}
