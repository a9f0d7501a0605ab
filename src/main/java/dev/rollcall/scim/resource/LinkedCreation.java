package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Creates resources that refer to each other, in circles of any length (RFC 7644 §3.7.1): all of them in one
/// transaction, or none. First every resource gets its identifier, then all are inserted, and only then are
/// they linked, so that whatever one says of another is true by then. What comes of each is what {@link
/// ResourceService#create} makes of one.
@ApplicationScoped
public class LinkedCreation {
    private final ResourceService resources;
    private final WriteTransactions transactions;
    private final UuidV7 identifiers;

    LinkedCreation(ResourceService resources, WriteTransactions transactions, UuidV7 identifiers) {
        this.resources = resources;
        this.transactions = transactions;
        this.identifiers = identifiers;
    }

    /// A resource to create.
    ///
    /// @param name what the others call it
    /// @param incoming what the client sent, given the identifiers of the resources by their names; a name
    /// without an identifier is left as it is
    public record Draft(String name, ResourceStore store, Function<Map<String, String>, Incoming> incoming) {}

    /// What came of it.
    public sealed interface Outcome {}

    /// All were created, in the order of their drafts.
    public record Created(List<ScimResource> resources) implements Outcome {
        public Created {
            resources = List.copyOf(resources);
        }
    }

    /// None was created, because of the draft at `index`; where it is the number of drafts, because of none of
    /// them.
    public record Failed(int index, ScimException refusal) implements Outcome {}

    /// Creates them all or none.
    public Outcome create(ProvisioningClient client, List<Draft> drafts) {
        var uniqueKeys = new HashMap<String, String>();
        drafts.forEach(draft -> uniqueKeys.putAll(draft.store().uniqueKeys()));
        var progress = new Progress();
        try {
            return new Created(transactions.run(uniqueKeys, () -> createAll(client, drafts, progress)));
        } catch (ScimException refusal) {
            return new Failed(progress.index, refusal);
        }
    }

    private List<ScimResource> createAll(ProvisioningClient client, List<Draft> drafts, Progress progress) {
        var claimed = new HashSet<UUID>();
        var identified = progress.each(drafts, draft -> identified(client, draft, claimed));
        var ids = new HashMap<String, String>();
        identified.forEach(one -> ids.put(one.draft().name(), one.id().toString()));
        var inserted = progress.each(identified, one -> inserted(client, one, ids));
        return progress.each(inserted, one -> linked(client, one));
    }

    /// @param dormant the resource that is brought back instead of creating one
    private record Identified(
            Draft draft, UUID id, @Nullable StoredResource dormant) {}

    private record Inserted(Identified identified, StoredResource stored, Change change) {}

    // Of two drafts that mean the same dormant resource the second is a new one, as it would be after the first.
    private Identified identified(ProvisioningClient client, Draft draft, Set<UUID> claimed) {
        var attributes = ResourceService.drafted(draft.store(), draft.incoming().apply(Map.of()))
                .attributes();
        Optional<StoredResource> dormant = ResourceService.dormant(client, draft.store(), attributes)
                .filter(stored -> claimed.add(UUID.fromString(stored.resource().id())));
        return dormant.map(stored ->
                        new Identified(draft, UUID.fromString(stored.resource().id()), stored))
                .orElseGet(() -> new Identified(draft, identifiers.next(), null));
    }

    private static Inserted inserted(ProvisioningClient client, Identified one, Map<String, String> ids) {
        var store = one.draft().store();
        var change = ResourceService.drafted(store, one.draft().incoming().apply(ids));
        store.check(client, null, change.attributes());
        var stored = one.dormant() == null ? store.insert(client, one.id(), change.attributes()) : one.dormant();
        return new Inserted(one, stored, change);
    }

    private ScimResource linked(ProvisioningClient client, Inserted one) {
        return one.identified().dormant() == null
                ? resources.linked(client, one.stored(), one.change())
                : resources.changed(client, one.stored(), one.change());
    }

    /// Which draft is being worked on.
    private static final class Progress {
        private int index;

        private <T, R> List<R> each(List<T> all, Function<T, R> work) {
            var done = new ArrayList<R>();
            for (index = 0; index < all.size(); index++) {
                done.add(work.apply(all.get(index)));
            }
            return done;
        }
    }
}
