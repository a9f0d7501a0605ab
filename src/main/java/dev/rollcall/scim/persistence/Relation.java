package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.sql.SqlText;
import java.util.UUID;

/// A multi-valued attribute whose elements are rows of other tables, and not in the search document: `members`
/// of groups, `groups` of users.
@FunctionalInterface
public interface Relation {
    /// True where one element of the row `r`, a resource of the organization, meets the whole condition, whose
    /// paths are seen from the element. Never SQL NULL.
    ///
    /// @param baseUri what references begin with, without a trailing slash
    SqlText any(Condition condition, UUID organizationId, String baseUri);
}
