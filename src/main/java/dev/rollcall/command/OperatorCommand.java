package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.operator.NewOperatorToken;
import dev.rollcall.security.operator.OperatorToken;
import dev.rollcall.security.operator.OperatorTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall operator`.
@Command(
        name = "operator",
        description = "Manages the tokens with which the product calls the management API.",
        mixinStandardHelpOptions = true)
class OperatorCommand extends CommandGroup {
    private static final List<Column<OperatorToken>> COLUMNS = List.of(
            new Column<>("id", OperatorToken::id),
            new Column<>("name", OperatorToken::name),
            new Column<>("organization", OperatorToken::organizationId),
            new Column<>("scope", token -> OperatorScope.format(token.scopes())),
            new Column<>("created", OperatorToken::created),
            new Column<>("expires", OperatorToken::expires),
            new Column<>("revoked", OperatorToken::revoked),
            new Column<>("lastUsed", OperatorToken::lastUsed));

    private final OperatorTokens tokens;
    private final Lookup lookup;

    OperatorCommand(OperatorTokens tokens, Lookup lookup) {
        this.tokens = tokens;
        this.lookup = lookup;
    }

    @Command(name = "issue", description = "Issues a token and shows it, this once.", mixinStandardHelpOptions = true)
    void issue(
            @Option(names = "--name", defaultValue = "Operator", description = "What to call it.") String name,
            @Option(
                            names = "--scope",
                            split = "[, ]",
                            paramLabel = "SCOPE",
                            description = "admin.read, admin.write, events.read; all are the default.")
                    @Nullable
                    Set<OperatorScope> scopes,
            @Option(names = "--organization", description = "The only one that it is for; without it, all of them.")
                    @Nullable
                    String organization,
            @Option(names = "--lifetime", description = "Such as 90d; rollcall.operators.lifetime is the default.")
                    @Nullable
                    Duration lifetime,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var only = organization == null
                ? null
                : lookup.organization(command(), organization).id();
        var issued = tokens.issue(new NewOperatorToken(
                name, only, scopes == null ? EnumSet.allOf(OperatorScope.class) : scopes, lifetime));
        if (json) {
            var columns = new ArrayList<>(COLUMNS);
            columns.add(new Column<>("token", _ -> issued.token()));
            Listing.of(List.of(issued.about()), columns).print(out(), true);
            return;
        }
        out().println("Operator token     " + issued.token());
        out().println("Token id           " + issued.about().id());
        out().println("Scope              "
                + OperatorScope.format(issued.about().scopes()));
        out().println("Expires            " + issued.about().expires());
        out().println();
        out().println("The token is not shown again.");
        out().flush();
    }

    @Command(name = "list", description = "Lists the tokens of operators.", mixinStandardHelpOptions = true)
    void list(@Option(names = "--json", description = "Answers in JSON.") boolean json) {
        Listing.of(tokens.list(), COLUMNS).print(out(), json);
    }

    @Command(
            name = "revoke",
            description = "Revokes a token. Every replica refuses it within two seconds.",
            mixinStandardHelpOptions = true)
    void revoke(
            @Parameters(paramLabel = "TOKEN-ID", description = "The token's id, not the token.") UUID id,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        Listing.of(List.of(tokens.revoke(id)), COLUMNS).print(out(), json);
    }
}
