package dev.rollcall.command;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Rotation;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.firstrun.ServiceAddress;
import dev.rollcall.firstrun.SetUpValues;
import dev.rollcall.organization.Organization;
import dev.rollcall.refusal.Condition;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.token.IssuedToken;
import dev.rollcall.token.NewToken;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.token.TokenIssuer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall token`.
@Command(name = "token", description = "Manages the bearer tokens of a connection.", mixinStandardHelpOptions = true)
class TokenCommand extends CommandGroup {
    private final TokenIssuer issuer;
    private final TokenConfig config;
    private final Credentials credentials;
    private final CredentialRows rows;
    private final Lookup lookup;
    private final ServiceAddress address;

    TokenCommand(
            TokenIssuer issuer,
            TokenConfig config,
            Credentials credentials,
            CredentialRows rows,
            Lookup lookup,
            ServiceAddress address) {
        this.issuer = issuer;
        this.config = config;
        this.credentials = credentials;
        this.rows = rows;
        this.lookup = lookup;
        this.address = address;
    }

    @Command(name = "issue", description = "Issues a token and shows it, this once.", mixinStandardHelpOptions = true)
    void issue(
            @Mixin NamedConnection named,
            @Option(names = "--name", defaultValue = "Token", description = "What to call it.") String name,
            @Option(
                            names = "--scope",
                            split = "[, ]",
                            paramLabel = "SCOPE",
                            description = "scim.read, scim.write; both are the default.")
                    @Nullable
                    Set<Scope> scopes,
            @Option(names = "--lifetime", description = "Such as 90d; rollcall.tokens.lifetime is the default.")
                    @Nullable
                    Duration lifetime,
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "The userName or id of the one user for whom the token stands and who"
                                    + " manages himself with it, at /Me.")
                    @Nullable
                    String user) {
        var owner = lookup.organization(command(), named.organization);
        var wanted = new NewToken(
                name,
                scopes == null ? EnumSet.allOf(Scope.class) : scopes,
                lifetime == null ? config.lifetime() : lifetime,
                user == null ? null : lookup.user(command(), owner, user));
        var issued = issuer.issue(lookup.connection(command(), owner, named.connection), wanted);
        show(owner, issued, named.json);
    }

    private void show(Organization owner, IssuedToken issued, boolean json) {
        var credential = issued.credential();
        var values = new SetUpValues(address.endpoint(), issued.token(), owner.name(), credential.expires());
        if (json) {
            out().println(JsonWriter.text(values.toJson()));
        } else {
            out().print(values.toLines());
            out().println("Token id           " + credential.id());
            out().println("Scope              " + Scope.format(credential.scopes()));
            out().println("Expires            " + credential.expires());
            out().println();
            out().println("The token is not shown again.");
        }
        out().flush();
    }

    @Command(
            name = "rotate",
            description = "Issues the next token in the place of one and shows it, this once. The old one stays valid"
                    + " for the overlap.",
            mixinStandardHelpOptions = true)
    void rotate(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "TOKEN-ID", description = "The old one's id, not the token.") UUID id,
            @Option(
                            names = "--overlap",
                            description = "Such as 12h, at most 90d, 0s to end it at once;"
                                    + " rollcall.credentials.overlap is the default.")
                    @Nullable
                    Duration overlap,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var owner = lookup.organization(command(), organization);
        var rotation = new Rotation(overlap == null ? credentials.usualOverlap() : overlap, Condition.NONE);
        show(owner, issuer.rotate(owner.id(), id, rotation), json);
    }

    @Command(name = "list", description = "Lists a connection's tokens.", mixinStandardHelpOptions = true)
    void list(@Mixin NamedConnection named) {
        var found = lookup.connection(command(), named);
        print(credentials.list(found.organizationId(), found.id(), CredentialKind.BEARER_TOKEN), named.json);
    }

    @Command(
            name = "revoke",
            description = "Revokes a token. Every replica refuses it within two seconds.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "TOKEN-ID", description = "The token's id, not the token.") UUID id,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var owner = lookup.organization(command(), organization);
        print(List.of(credentials.revoke(owner.id(), CredentialKind.BEARER_TOKEN, id, Condition.NONE)), json);
    }

    private void print(List<Credential> all, boolean json) {
        rows.of(all).print(out(), json);
    }
}
