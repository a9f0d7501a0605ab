package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.domain.Domain;
import dev.rollcall.organization.domain.DomainChecks;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.refusal.Condition;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `rollcall domain`.
@Command(name = "domain", description = "Manages the domains of an organization.", mixinStandardHelpOptions = true)
class DomainCommand extends CommandGroup {
    private static final String DOMAIN = "The domain's name.";
    private static final List<Column<Domain>> COLUMNS = List.of(
            new Column<>("id", Domain::id),
            new Column<>("name", Domain::name),
            new Column<>("unicodeName", Domain::unicodeName),
            new Column<>("state", Domain::state),
            new Column<>("proof", Domain::proof),
            new Column<>("txtName", domain -> domain.txtRecord().name()),
            new Column<>("txtValue", domain -> domain.txtRecord().value()),
            new Column<>("checked", Domain::checked),
            new Column<>("failingSince", Domain::failingSince),
            new Column<>("finding", Domain::finding));

    private final Domains domains;
    private final DomainChecks checks;
    private final Lookup lookup;

    DomainCommand(Domains domains, DomainChecks checks, Lookup lookup) {
        this.domains = domains;
        this.checks = checks;
        this.lookup = lookup;
    }

    @Command(name = "claim", description = "Begins the claim of a domain.", mixinStandardHelpOptions = true)
    void claim(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "DOMAIN", description = DOMAIN) String name,
            @Option(names = "--vouched", description = "Claims it at once, without a look into DNS, now or later.")
                    boolean vouched,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var id = lookup.organization(command(), organization).id();
        print(List.of(vouched ? domains.vouch(id, name) : domains.claim(id, name)), json);
    }

    @Command(name = "list", description = "Lists an organization's domains.", mixinStandardHelpOptions = true)
    void list(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        print(domains.list(lookup.organization(command(), organization).id()), json);
    }

    @Command(name = "check", description = "Looks the domain's record up now.", mixinStandardHelpOptions = true)
    void check(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "DOMAIN", description = DOMAIN) String name,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var found = domain(organization, name);
        print(List.of(checks.check(found.organizationId(), found.id(), Condition.NONE)), json);
    }

    @Command(name = "release", description = "Gives a domain up.", mixinStandardHelpOptions = true)
    void release(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Parameters(paramLabel = "DOMAIN", description = DOMAIN) String name) {
        var found = domain(organization, name);
        domains.release(found.organizationId(), found.id(), Condition.NONE);
    }

    private Domain domain(String organization, String name) {
        Organization owner = lookup.organization(command(), organization);
        return domains.named(owner.id(), name)
                .orElseThrow(() -> new ParameterException(
                        command(),
                        "Organization '" + owner.name() + "' has no domain '" + name
                                + "'. 'rollcall domain list' shows all."));
    }

    private void print(List<Domain> all, boolean json) {
        Listing.of(all, COLUMNS).print(out(), json);
    }
}
