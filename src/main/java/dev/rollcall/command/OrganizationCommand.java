package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall organization`.
@Command(name = "organization", description = "Manages organizations.", mixinStandardHelpOptions = true)
class OrganizationCommand extends CommandGroup {
    private static final List<Column<Organization>> COLUMNS = List.of(
            new Column<>("id", Organization::id),
            new Column<>("name", Organization::name),
            new Column<>("plan", Organization::plan),
            new Column<>("created", Organization::created));

    private final Organizations organizations;
    private final Lookup lookup;

    OrganizationCommand(Organizations organizations, Lookup lookup) {
        this.organizations = organizations;
        this.lookup = lookup;
    }

    @Command(name = "add", description = "Adds an organization.", mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "NAME", description = "Its name.") String name,
            @Option(
                            names = "--plan",
                            defaultValue = "ENTERPRISE",
                            description = "${COMPLETION-CANDIDATES}; SCIM needs ${DEFAULT-VALUE}, the default.")
                    Plan plan,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(List.of(organizations.add(name, plan)), json);
    }

    @Command(name = "list", description = "Lists all organizations.", mixinStandardHelpOptions = true)
    void list(@Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(organizations.list(), json);
    }

    @Command(name = "set-plan", description = "Puts an organization on a plan.", mixinStandardHelpOptions = true)
    void setPlan(
            @Parameters(paramLabel = "ORGANIZATION", description = "Its name or id.") String organization,
            @Parameters(paramLabel = "PLAN", description = "${COMPLETION-CANDIDATES}") Plan plan,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var found = lookup.organization(command(), organization);
        print(List.of(organizations.changePlan(found.id(), plan)), json);
    }

    private void print(List<Organization> all, boolean json) {
        Listing.of(all, COLUMNS).print(out(), json);
    }
}
