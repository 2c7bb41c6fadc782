package de.schulpakt.inventory;

/** A model to choose from; name is maker and model. */
public record ModelOption(Long id, String name, String maker, String model, String partNo, ModelKind kind,
        Boolean needsNetwork) {
}
