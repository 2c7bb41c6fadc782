package de.schulpakt.install.ticket.web;

import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.Tickets;
import java.io.Serializable;
import java.math.BigDecimal;

/** What a technician types on the ladder: as little as the protocol needs. */
public class MeasureForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private Long roomId;
    private String socket;
    private String switchPort;
    private CableClass cableClass = CableClass.EA;
    private BigDecimal lengthM;
    private Integer signalDbm;
    private Boolean passed;
    private String note;

    Tickets.Measure command(Integer version) {
        return new Tickets.Measure(version, roomId, socket, switchPort, cableClass, lengthM, signalDbm, passed, note);
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getSocket() {
        return socket;
    }

    public void setSocket(String socket) {
        this.socket = socket;
    }

    public String getSwitchPort() {
        return switchPort;
    }

    public void setSwitchPort(String switchPort) {
        this.switchPort = switchPort;
    }

    public CableClass getCableClass() {
        return cableClass;
    }

    public void setCableClass(CableClass cableClass) {
        this.cableClass = cableClass;
    }

    public BigDecimal getLengthM() {
        return lengthM;
    }

    public void setLengthM(BigDecimal lengthM) {
        this.lengthM = lengthM;
    }

    public Integer getSignalDbm() {
        return signalDbm;
    }

    public void setSignalDbm(Integer signalDbm) {
        this.signalDbm = signalDbm;
    }

    public Boolean getPassed() {
        return passed;
    }

    public void setPassed(Boolean passed) {
        this.passed = passed;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
