package de.schulpakt.overview.readiness;

/** What has to happen next in a room, the nearest to the end first, and whose turn it is. */
public enum ObstacleKind {
    /** Work waits for somebody outside: see the reason. */
    WAITING(Ball.OUTSIDE),
    /** The installation is to be accepted. */
    ACCEPT(Ball.SCHOOL),
    /** A visit is agreed or work goes on. */
    INSTALL(Ball.TECHNICIAN),
    /** Nobody has taken the ticket yet. */
    TAKE(Ball.TECHNICIAN),
    /** The device is to be put into service. */
    SERVE(Ball.SCHOOL),
    /** The device has come and is to be placed. */
    PLACE(Ball.SCHOOL),
    /** The device is away for repair. */
    REPAIR(Ball.SCHOOL),
    /** It is ordered and has not come. */
    DELIVER(Ball.SUPPLIER),
    /** It is approved and to be ordered. */
    ORDER(Ball.OFFICER),
    /** The funding officer has asked back. */
    ANSWER(Ball.SCHOOL),
    /** The request is to be decided. */
    DECIDE(Ball.OFFICER);

    private final Ball ball;

    ObstacleKind(Ball ball) {
        this.ball = ball;
    }

    /** Whose turn it is. */
    public Ball ball() {
        return ball;
    }
}
