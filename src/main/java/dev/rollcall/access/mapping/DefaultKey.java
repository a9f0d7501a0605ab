package dev.rollcall.access.mapping;

import java.io.Serializable;
import java.util.UUID;

/// Of whom a default is: an organization, or a domain of it.
record DefaultKey(UUID organizationId, UUID subjectId) implements Serializable {}
