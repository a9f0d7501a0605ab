package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Named;
import java.util.UUID;

/// What those get whom no other grant gives a team.
///
/// @param subjectId the domain of whose account e-mails they are, or the organization
public record DefaultGrant(UUID subjectId, Named team, Named role, long version) {}
