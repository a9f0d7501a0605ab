package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.firstrun.ServiceAddress;
import dev.rollcall.security.link.NewSetUpLink;
import dev.rollcall.security.link.SetUpLinks;
import dev.rollcall.security.session.Person;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollcall link`.
@Command(
        name = "link",
        description = "Makes set-up links, by which an org admin opens Access & provisioning.",
        mixinStandardHelpOptions = true)
class LinkCommand extends CommandGroup {
    private final SetUpLinks links;
    private final Lookup lookup;
    private final ServiceAddress address;

    LinkCommand(SetUpLinks links, Lookup lookup, ServiceAddress address) {
        this.links = links;
        this.lookup = lookup;
        this.address = address;
    }

    @Command(
            name = "create",
            description = "Makes a link for one person and shows it, this once.",
            mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "ORGANIZATION", description = "Its name or id.") String organization,
            @Option(names = "--email", required = true, description = "Of the person.") String email,
            @Option(names = "--name", required = true, description = "As others call the person.") String name,
            @Option(names = "--read-only", description = "Lets the person see everything and change nothing.")
                    boolean readOnly,
            @Option(names = "--json", description = "Answers in JSON.") boolean json) {
        var owner = lookup.organization(command(), organization);
        var made = links.make(owner.id(), Person.of(email, name), readOnly);
        var url = made.url(address.publicUrl());
        if (json) {
            List<Column<NewSetUpLink>> columns = List.of(
                    new Column<>("id", link -> link.link().id()),
                    new Column<>("email", link -> link.link().person().email()),
                    new Column<>("expires", link -> link.link().expires()),
                    new Column<>("url", _ -> url));
            Listing.of(List.of(made), columns).print(out(), true);
            return;
        }
        out().println("Set-up link        " + url);
        out().println("For                " + made.link().person().email());
        out().println("Expires            " + made.link().expires());
        out().println();
        out().println("It can be used once, and is not shown again.");
        out().flush();
    }
}
