package de.schulpakt.install.wave.web;

import de.schulpakt.install.wave.WaveState;
import de.schulpakt.install.wave.WaveTicketList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the lists of waves and of their tickets. */
@Named
@RequestScoped
public class WavesPage {
    public WaveState[] getStates() {
        return WaveState.values();
    }

    public WaveTicketList.Pace[] getPaces() {
        return WaveTicketList.Pace.values();
    }
}
