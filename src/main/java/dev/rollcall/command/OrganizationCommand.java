package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.Policies;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.SingleSignOn;
import dev.rollcall.organization.SingleSignOns;
import dev.rollcall.refusal.Condition;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    private static final List<Column<Policies>> POLICIES = List.of(
            new Column<>("provisioningWithoutSso", Policies::provisioningWithoutSso),
            new Column<>("domainPolicy", Policies::domainPolicy),
            new Column<>("reprovisioning", policies -> policies.members().reprovisioning()),
            new Column<>("deletedMemberDays", policies -> policies.members().deletedMemberDays()),
            new Column<>("seatLimit", policies -> policies.members().seatLimit()),
            new Column<>("protectLastAdmin", policies -> policies.members().protectLastAdmin()),
            new Column<>("rolesFromGroupsOnly", policies -> policies.members().rolesFromGroupsOnly()),
            new Column<>("activityDays", policies -> policies.retention().activityDays()),
            new Column<>("refusedBodyDays", policies -> policies.retention().refusedBodyDays()));

    private static final List<Column<SingleSignOn>> SINGLE_SIGN_ON = List.of(
            new Column<>("name", SingleSignOn::name),
            new Column<>("state", SingleSignOn::state),
            new Column<>("created", SingleSignOn::created));

    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final SingleSignOns singleSignOns;
    private final Lookup lookup;

    OrganizationCommand(
            Organizations organizations, OrganizationPolicies policies, SingleSignOns singleSignOns, Lookup lookup) {
        this.organizations = organizations;
        this.policies = policies;
        this.singleSignOns = singleSignOns;
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
            @Option(
                            names = "--without-sso",
                            description = "Lets it provision before it has single sign-on and a claimed domain.")
                    boolean withoutSso,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var added = organizations.add(name, plan);
        if (withoutSso) {
            policies.change(added.id(), PolicyChange.provisioningWithoutSso(true), Condition.NONE);
        }
        print(List.of(added), json);
    }

    @Command(
            name = "policy",
            description = "Shows the organization's policies, after changing them.",
            mixinStandardHelpOptions = true)
    void policy(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Mixin PolicyOptions options,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var found = lookup.organization(command(), organization);
        var shown = policies.change(found.id(), options.change(), Condition.NONE);
        Listing.of(List.of(shown), POLICIES).print(out(), json);
    }

    @Command(
            name = "sso",
            description = "Shows the organization's single sign-on, after noting what the product has set up.",
            mixinStandardHelpOptions = true)
    void sso(
            @Parameters(paramLabel = "ORGANIZATION", description = NamedConnection.ORGANIZATION) String organization,
            @Option(names = "--name", description = "By which the organization knows it.") @Nullable String name,
            @Option(names = "--state", description = "${COMPLETION-CANDIDATES}") SingleSignOn.@Nullable State state,
            @Option(names = "--remove", description = "Notes that there is none any more.") boolean remove,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var id = lookup.organization(command(), organization).id();
        if (remove) {
            singleSignOns.remove(id, Condition.NONE);
        } else if (name != null || state != null) {
            note(id, name, state);
        }
        Listing.of(singleSignOns.find(id).stream().toList(), SINGLE_SIGN_ON).print(out(), json);
    }

    private void note(UUID id, @Nullable String name, SingleSignOn.@Nullable State state) {
        var known = singleSignOns.find(id);
        singleSignOns.note(
                id,
                name == null ? known.map(SingleSignOn::name).orElse("Single sign-on") : name,
                state == null ? known.map(SingleSignOn::state).orElse(SingleSignOn.State.ON) : state,
                Condition.NONE);
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
