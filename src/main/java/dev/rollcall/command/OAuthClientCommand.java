package dev.rollcall.command;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.firstrun.ServiceAddress;
import dev.rollcall.oauth.MadeClient;
import dev.rollcall.oauth.OAuthClients;
import dev.rollcall.refusal.Condition;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.token.TokenConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall oauth-client`.
@Command(
        name = "oauth-client",
        description = "Manages the OAuth clients of a connection, for identity providers that fetch their tokens.",
        mixinStandardHelpOptions = true)
class OAuthClientCommand extends CommandGroup {
    private final OAuthClients clients;
    private final Credentials credentials;
    private final CredentialRows rows;
    private final TokenConfig config;
    private final Lookup lookup;
    private final ServiceAddress address;

    OAuthClientCommand(
            OAuthClients clients,
            Credentials credentials,
            CredentialRows rows,
            TokenConfig config,
            Lookup lookup,
            ServiceAddress address) {
        this.clients = clients;
        this.credentials = credentials;
        this.rows = rows;
        this.config = config;
        this.lookup = lookup;
        this.address = address;
    }

    @Command(
            name = "add",
            description = "Adds an OAuth client and shows its secret, this once.",
            mixinStandardHelpOptions = true)
    void add(
            @Mixin NamedConnection named,
            @Option(names = "--name", defaultValue = "OAuth client", description = "What to call it.") String name,
            @Option(
                            names = "--scope",
                            split = "[, ]",
                            paramLabel = "SCOPE",
                            description = "scim.read, scim.write; both are the default.")
                    @Nullable
                    Set<Scope> scopes,
            @Option(names = "--lifetime", description = "Such as 90d; rollcall.tokens.lifetime is the default.")
                    @Nullable
                    Duration lifetime) {
        show(
                clients.add(
                        lookup.connection(command(), named),
                        name,
                        scopes == null ? EnumSet.allOf(Scope.class) : scopes,
                        lifetime == null ? config.lifetime() : lifetime),
                named.json);
    }

    @Command(name = "list", description = "Lists a connection's OAuth clients.", mixinStandardHelpOptions = true)
    void list(@Mixin NamedConnection named) {
        var found = lookup.connection(command(), named);
        print(credentials.list(found.organizationId(), found.id(), CredentialKind.OAUTH_CLIENT), named.json);
    }

    @Command(
            name = "revoke",
            description = "Revokes an OAuth client. Every replica refuses it and its tokens within two seconds.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "CLIENT-ID", description = "The client id.") UUID id,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var owner = lookup.organization(command(), organization);
        print(List.of(credentials.revoke(owner.id(), CredentialKind.OAUTH_CLIENT, id, Condition.NONE)), json);
    }

    @Command(
            name = "rotate",
            description = "Adds the next OAuth client in the place of one and shows its secret, this once. The old one"
                    + " stays valid for the overlap.",
            mixinStandardHelpOptions = true)
    void rotate(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "CLIENT-ID", description = "The old one's id.") UUID id,
            @Option(
                            names = "--overlap",
                            description = "Such as 12h, at most 90d, 0s to end it at once;"
                                    + " rollcall.credentials.overlap is the default.")
                    @Nullable
                    Duration overlap,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var owner = lookup.organization(command(), organization);
        var rotation = new Rotation(overlap == null ? credentials.usualOverlap() : overlap, Condition.NONE);
        show(clients.rotate(owner.id(), id, rotation), json);
    }

    private void show(MadeClient made, boolean json) {
        var values = new LinkedHashMap<String, ScimValue>();
        values.put("endpoint", ScimValue.of(address.endpoint()));
        values.put("tokenEndpoint", ScimValue.of(address.tokenEndpoint()));
        values.put("clientId", ScimValue.of(made.credential().id().toString()));
        values.put("clientSecret", ScimValue.of(made.secret()));
        values.put("expires", ScimValue.of(made.credential().expires().toString()));
        if (json) {
            out().println(JsonWriter.text(new ScimValue.Complex(values)));
        } else {
            out().print("""
                    Endpoint           %s
                    OAuth token URL    %s
                    Client id          %s
                    Client secret      %s
                    Scope              %s
                    Expires            %s

                    The secret is not shown again.
                    """.formatted(
                            address.endpoint(),
                            address.tokenEndpoint(),
                            made.credential().id(),
                            made.secret(),
                            Scope.format(made.credential().scopes()),
                            made.credential().expires()));
        }
        out().flush();
    }

    private void print(List<Credential> all, boolean json) {
        rows.of(all).print(out(), json);
    }
}
