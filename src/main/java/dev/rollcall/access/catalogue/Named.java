package dev.rollcall.access.catalogue;

import java.util.UUID;

/// Something by its identifier, and the name by which people know it.
public record Named(UUID id, String name) {}
