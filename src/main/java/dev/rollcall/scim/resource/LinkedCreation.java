package dev.rollcall.scim.resource;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Creation.Begun;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Creates resources that refer to each other, in circles of any length (RFC 7644 §3.7.1): all of them in one
/// transaction, or none. First every resource gets its identifier, then all are inserted, and only then are
/// they linked, so that whatever one says of another is true by then. What comes of each is what {@link Writes}
/// makes of one.
@ApplicationScoped
public class LinkedCreation {
    private final Creation creation;
    private final WriteTransactions transactions;
    private final UuidV7 identifiers;

    LinkedCreation(Creation creation, WriteTransactions transactions, UuidV7 identifiers) {
        this.creation = creation;
        this.transactions = transactions;
        this.identifiers = identifiers;
    }

    /// A resource to create.
    ///
    /// @param name what the others call it
    /// @param body what the client sent, given the identifiers of the resources by their names; a name without an
    /// identifier is left as it is
    public record Draft(
            Writer writer, String name, ResourceStore store, Function<Map<String, String>, ScimValue.Complex> body) {
        private Change change(Map<String, String> ids) {
            return Creation.drafted(store, Bodies.incoming(store, writer.tolerances(), body.apply(ids)));
        }
    }

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
    public Outcome create(List<Draft> drafts) {
        var uniqueKeys = new HashMap<String, String>();
        drafts.forEach(draft -> uniqueKeys.putAll(draft.store().rows().uniqueKeys()));
        var progress = new Progress();
        try {
            return new Created(transactions.run(uniqueKeys, () -> createAll(drafts, progress)));
        } catch (ScimException refusal) {
            return new Failed(progress.index, refusal);
        }
    }

    private List<ScimResource> createAll(List<Draft> drafts, Progress progress) {
        var claimed = new HashSet<UUID>();
        var identified = progress.each(drafts, draft -> identified(draft, claimed));
        var ids = new HashMap<String, String>();
        identified.forEach(one -> ids.put(one.draft().name(), one.id().toString()));
        var inserted = progress.each(identified, one -> begun(one, ids));
        return progress.each(inserted, one -> creation.linked(one.draft().writer(), one.begun()));
    }

    /// @param returning the resource that is brought back instead of creating one
    private record Identified(
            Draft draft, UUID id, @Nullable Held returning) {}

    private record Linking(Draft draft, Begun begun) {}

    // Of two drafts that mean the same resource the second is a new one, as it would be after the first.
    private Identified identified(Draft draft, Set<UUID> claimed) {
        var attributes = draft.change(Map.of()).attributes();
        return switch (creation.claimed(draft.writer(), draft.store(), attributes)) {
            case Claim.Returning(var held) when claimed.add(id(held)) -> new Identified(draft, id(held), held);
            case Claim.Returning second -> new Identified(draft, identifiers.next(), null);
            case Claim.New fresh -> new Identified(draft, fresh.idOr(identifiers::next), null);
        };
    }

    private static UUID id(Held held) {
        return UUID.fromString(held.resource().id());
    }

    private static Linking begun(Identified one, Map<String, String> ids) {
        var draft = one.draft();
        var change = draft.change(ids);
        draft.store().rules().check(draft.writer(), null, change.attributes());
        return new Linking(
                draft,
                one.returning() == null
                        ? Creation.inserted(draft.writer(), draft.store(), one.id(), change)
                        : new Begun.Returning(one.returning(), change));
    }

    /// Which draft is being worked on. What it writes is sent before the next, so that a refusal is its own.
    private final class Progress {
        private int index;

        private <T, R> List<R> each(List<T> all, Function<T, R> work) {
            var done = new ArrayList<R>();
            for (index = 0; index < all.size(); index++) {
                done.add(work.apply(all.get(index)));
                transactions.send();
            }
            return done;
        }
    }
}
