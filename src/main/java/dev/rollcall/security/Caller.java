package dev.rollcall.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who uses the management API, as its door has proved it.
public sealed interface Caller {

    /// Of the token or the session.
    String id();

    /// As people know the caller.
    String name();

    /// The only organization that the caller sees; null where it sees all.
    @Nullable
    UUID organizationId();

    /// Whether what belongs to an organization may be read.
    boolean mayRead();

    /// Whether anything may be changed.
    boolean mayWrite();

    /// Whether there is this organization for the caller.
    default boolean sees(UUID organization) {
        return organizationId() == null || organization.equals(organizationId());
    }

    /// The back end of the product.
    ///
    /// @param organizationId the only one its token is for; null where it is for all
    record Operator(String id, String name, @Nullable UUID organizationId, Set<OperatorScope> scopes)
            implements Caller {
        public Operator {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public boolean mayRead() {
            return scopes.contains(OperatorScope.ADMIN_READ);
        }

        @Override
        public boolean mayWrite() {
            return scopes.contains(OperatorScope.ADMIN_WRITE);
        }
    }

    /// Somebody of an organization, with a session.
    ///
    /// @param name the e-mail, by which the organization knows the person
    record Person(String id, String name, UUID organizationId, PersonAccess access) implements Caller {
        @Override
        public boolean mayRead() {
            return access != PersonAccess.NONE;
        }

        @Override
        public boolean mayWrite() {
            return access == PersonAccess.WRITE;
        }
    }
}
