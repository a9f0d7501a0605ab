package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.scim.total.TotalCheck;
import dev.rollcall.scim.total.TotalChecks;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall counters`.
@Command(
        name = "counters",
        description = "Checks the totals that are kept beside the resources. The service may go on meanwhile.",
        mixinStandardHelpOptions = true)
class CountersCommand extends CommandGroup {
    private static final int WRONG = 1;
    private static final String ORGANIZATION = "Its name or id. Without it all are done, one after another.";

    private static final List<Column<TotalCheck>> COLUMNS = List.of(
            new Column<>("organization", TotalCheck::organizationId),
            new Column<>("resourceType", TotalCheck::resourceType),
            new Column<>("resources", check -> check.rows().resources()),
            new Column<>("active", check -> check.rows().active()),
            new Column<>("inactive", check -> check.rows().inactive()),
            new Column<>("keptResources", check -> check.kept().resources()),
            new Column<>("keptActive", check -> check.kept().active()),
            new Column<>("keptInactive", check -> check.kept().inactive()));

    private final TotalChecks checks;
    private final Organizations organizations;
    private final Lookup lookup;

    CountersCommand(TotalChecks checks, Organizations organizations, Lookup lookup) {
        this.checks = checks;
        this.organizations = organizations;
        this.lookup = lookup;
    }

    @Command(
            name = "verify",
            description = "Lists the totals that are not what the resources come to; exit code 1 where there are any.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "ORGANIZATION", arity = "0..1", description = ORGANIZATION) @Nullable
                    String organization,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        return print(organization, json, checks::compare) ? WRONG : 0;
    }

    @Command(
            name = "rebuild",
            description = "Makes the totals what the resources come to, and lists those that were not.",
            mixinStandardHelpOptions = true)
    void rebuild(
            @Parameters(paramLabel = "ORGANIZATION", arity = "0..1", description = ORGANIZATION) @Nullable
                    String organization,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(organization, json, checks::correct);
    }

    /// Whether there were wrong ones.
    private boolean print(@Nullable String organization, boolean json, Function<UUID, List<TotalCheck>> check) {
        var named = organization == null ? organizations.list() : List.of(lookup.organization(command(), organization));
        var wrong = named.stream()
                .map(Organization::id)
                .flatMap(id -> check.apply(id).stream())
                .filter(each -> !each.isRight())
                .toList();
        Listing.of(wrong, COLUMNS).print(out(), json);
        return !wrong.isEmpty();
    }
}
