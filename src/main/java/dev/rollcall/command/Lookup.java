package dev.rollcall.command;

import dev.rollcall.connection.Connection;
import dev.rollcall.connection.Connections;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.scim.user.UserDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Finds what an argument names: by its name, or by its id.
@ApplicationScoped
class Lookup {
    private final Organizations organizations;
    private final Connections connections;

    private final UserDirectory users;

    Lookup(Organizations organizations, Connections connections, UserDirectory users) {
        this.organizations = organizations;
        this.connections = connections;
        this.users = users;
    }

    /// @throws ParameterException if there is none
    Organization organization(CommandLine command, String nameOrId) {
        return organizations
                .named(nameOrId)
                .or(() -> byId(nameOrId, organizations::find))
                .orElseThrow(() -> new ParameterException(
                        command,
                        "There is no organization '" + nameOrId + "'. 'rollcall organization list' shows all."));
    }

    /// @throws ParameterException if there is none
    Connection connection(CommandLine command, NamedConnection named) {
        return connection(command, organization(command, named.organization), named.connection);
    }

    /// @throws ParameterException if the organization has none
    Connection connection(CommandLine command, Organization organization, String nameOrId) {
        return connections
                .named(organization.id(), nameOrId)
                .or(() -> byId(nameOrId, id -> connections.find(organization.id(), id)))
                .orElseThrow(() -> new ParameterException(
                        command,
                        "Organization '" + organization.name() + "' has no connection '" + nameOrId
                                + "'. 'rollcall connection list' shows all."));
    }

    /// @throws ParameterException if the organization has none
    UUID user(CommandLine command, Organization organization, String nameOrId) {
        return users.find(organization.id(), nameOrId)
                .orElseThrow(() -> new ParameterException(
                        command, "Organization '" + organization.name() + "' has no user '" + nameOrId + "'."));
    }

    private static <T> Optional<T> byId(String text, Function<UUID, Optional<T>> find) {
        try {
            return find.apply(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
