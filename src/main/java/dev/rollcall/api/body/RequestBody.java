package dev.rollcall.api.body;

/// A record that is the body of a request. {@link JsonBodyReader} reads it, with every bound there is, and checks the
/// constraints of its components: an endpoint gets it only where all of it fits. Components are never primitive;
/// those that must be there are {@link jakarta.validation.constraints.NotNull}.
public interface RequestBody {}
