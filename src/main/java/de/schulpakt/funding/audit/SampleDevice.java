package de.schulpakt.funding.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device in a sample, in the order in which it was drawn. */
@Entity
@Table(name = "audit_sample_device")
class SampleDevice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "sample_id")
    private Long sampleId;
    @Column(name = "place")
    private int place;
    @Column(name = "device_id")
    private Long deviceId;

    protected SampleDevice() {
    }

    SampleDevice(Long sampleId, int place, Long deviceId) {
        this.sampleId = sampleId;
        this.place = place;
        this.deviceId = deviceId;
    }
}
