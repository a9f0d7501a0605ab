package dev.rollcall.command;

import dev.rollcall.audit.Author;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.Tolerance;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.RunLast;
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
    private final MigrateCommand migrate;

    Commands(
            OrganizationCommand organization,
            DomainCommand domain,
            ConnectionCommand connection,
            TokenCommand token,
            OAuthClientCommand oauthClient,
            KeyCommand key,
            MigrateCommand migrate) {
        this.organization = organization;
        this.domain = domain;
        this.connection = connection;
        this.token = token;
        this.oauthClient = oauthClient;
        this.key = key;
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
                .addSubcommand(migrate)
                .registerConverter(Scope.class, Commands::scope)
                .registerConverter(Duration.class, Commands::duration)
                .registerConverter(UUID.class, Commands::id)
                .registerConverter(Tolerance.class, new ToleranceName())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> author().during(() -> new RunLast().execute(parsed)))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(sentence(failure));
                    return FAILED;
                });
    }

    /// Somebody at the machine.
    private static Author author() {
        return new Author(Author.Kind.COMMAND, "", System.getProperty("user.name", "unknown"), null, null);
    }

    private static Scope scope(String text) {
        return Scope.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not one of " + Scope.READ_TEXT + " and " + Scope.WRITE_TEXT));
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
