package dev.rollcall.command;

import dev.rollcall.audit.Author;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.security.OperatorScope;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// All commands, ready to be executed.
@ApplicationScoped
class Commands {
    private static final int FAILED = 1;

    private final OrganizationCommand organization;
    private final DomainCommand domain;
    private final ConnectionCommand connection;
    private final TokenCommand token;
    private final OAuthClientCommand oauthClient;
    private final KeyCommand key;
    private final OperatorCommand operator;
    private final LinkCommand link;
    private final CountersCommand counters;
    private final MigrateCommand migrate;

    Commands(
            OrganizationCommand organization,
            DomainCommand domain,
            ConnectionCommand connection,
            TokenCommand token,
            OAuthClientCommand oauthClient,
            KeyCommand key,
            OperatorCommand operator,
            LinkCommand link,
            CountersCommand counters,
            MigrateCommand migrate) {
        this.organization = organization;
        this.domain = domain;
        this.connection = connection;
        this.token = token;
        this.oauthClient = oauthClient;
        this.key = key;
        this.operator = operator;
        this.link = link;
        this.counters = counters;
        this.migrate = migrate;
    }

    CommandLine commandLine() {
        return new CommandLine(new RollcallCommand())
                .addSubcommand(organization)
                .addSubcommand(domain)
                .addSubcommand(connection)
                .addSubcommand(token)
                .addSubcommand(oauthClient)
                .addSubcommand(key)
                .addSubcommand(operator)
                .addSubcommand(link)
                .addSubcommand(counters)
                .addSubcommand(migrate)
                .registerConverter(Scope.class, Commands::scope)
                .registerConverter(OperatorScope.class, Commands::operatorScope)
                .registerConverter(Duration.class, Commands::duration)
                .registerConverter(UUID.class, Commands::id)
                .registerConverter(Tolerance.class, new ToleranceName())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Commands::executed)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(sentence(failure));
                    return FAILED;
                });
    }

    private static Scope scope(String text) {
        return Scope.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not one of " + Scope.READ_TEXT + " and " + Scope.WRITE_TEXT));
    }

    private static OperatorScope operatorScope(String text) {
        return OperatorScope.of(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + OperatorScope.format(Set.of(OperatorScope.values())).replace(" ", ", ")));
    }

    /// Whatever a command changes is the work of the account that runs it.
    private static int executed(ParseResult command) {
        var account = System.getProperty("user.name", "");
        return new Author(Author.Kind.COMMAND, account, account, null, null)
                .during(() -> new CommandLine.RunLast().execute(command));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException("'" + text + "' is not an id as the lists show it");
        }
    }

    private static Duration duration(String text) {
        try {
            return DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 90d, 12h or PT12H");
        }
    }

    static String sentence(Throwable failure) {
        if (failure instanceof RefusedException) {
            return "rollcall: " + failure.getMessage();
        }
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ConfigurationException
                ? "rollcall: " + cause.getMessage()
                : "rollcall: The command failed: " + cause;
    }
}
