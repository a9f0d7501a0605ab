package dev.rollcall.security.link;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Author;
import dev.rollcall.audit.Change;
import dev.rollcall.digest.Secret;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.PersonAccess;
import dev.rollcall.security.session.BegunSession;
import dev.rollcall.security.session.NewSession;
import dev.rollcall.security.session.Person;
import dev.rollcall.security.session.Session;
import dev.rollcall.security.session.SessionConfig;
import dev.rollcall.security.session.Sessions;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The set-up links of organizations. The product asks for one for a person whom it knows to be an org admin, or
/// to be somebody who may look.
@ApplicationScoped
public class SetUpLinks {
    // One text for all cases: whoever guesses learns nothing.
    private static final String NOT_VALID =
            "This link is not valid any more: it was used, has expired, or was withdrawn. Open Access & provisioning"
                    + " in the product again to get a new one.";

    private final SetUpLinkRepository links;
    private final Organizations organizations;
    private final Sessions sessions;
    private final SessionConfig config;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    SetUpLinks(
            SetUpLinkRepository links,
            Organizations organizations,
            Sessions sessions,
            SessionConfig config,
            Audit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.links = links;
        this.organizations = organizations;
        this.sessions = sessions;
        this.config = config;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Makes a link.
    ///
    /// @param readOnly whether it lets the person see everything and change nothing
    /// @throws RefusedException if there is no such organization
    @Transacted
    public NewSetUpLink make(UUID organizationId, Person person, boolean readOnly) {
        var now = clock.millis();
        var entity = new SetUpLinkEntity();
        entity.id = identifiers.next();
        entity.organizationId = organizations.required(organizationId).id();
        entity.email = person.email();
        entity.name = person.name();
        entity.readOnly = readOnly;
        entity.madeBy = Author.current().name();
        entity.created = now;
        entity.expires = now + config.linkLifetime().toMillis();
        var secret = Secret.random();
        entity.secretHash = secret.hash().bytes();
        links.persist(entity);
        note("set-up-link.made", entity, entity.readOnly ? Map.of("readOnly", true) : Map.of());
        return new NewSetUpLink(entity.toLink(), secret.text());
    }

    /// All links of the organization that have not expired long ago, the newest first.
    ///
    /// @param before the last one that was seen; null at the beginning
    @Transactional
    public List<SetUpLink> page(UUID organizationId, @Nullable UUID before, int limit) {
        return links.of(organizationId, before, limit).stream()
                .map(SetUpLinkEntity::toLink)
                .toList();
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such link in the organization
    @Transactional
    public SetUpLink required(UUID organizationId, UUID id) {
        return links.find(organizationId, id).map(SetUpLinkEntity::toLink).orElseThrow(() -> missing(id));
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no set-up link " + id + ".");
    }

    /// Withdraws a link, so that nobody can use it. The session of one that was used goes on.
    ///
    /// @throws RefusedException if there is no such link in the organization
    @Transacted
    public void withdraw(UUID organizationId, UUID id) {
        var entity = links.find(organizationId, id).orElseThrow(() -> missing(id));
        links.delete(entity);
        note("set-up-link.withdrawn", entity, Map.of());
    }

    /// Lets the person in for whom the link was made. It is used then: of several who try at once, one is let in.
    ///
    /// @param secret what the link has behind its `#`
    /// @param address of the caller
    /// @param product with which the person came
    /// @throws RefusedException if it is no link, or one that was used, has expired or was withdrawn
    @Transacted
    public BegunSession use(String secret, @Nullable String address, @Nullable String product) {
        var now = clock.millis();
        var entity = links.lockWithHash(SecretHash.of(secret).bytes())
                .filter(link -> link.used == null && now < link.expires)
                .orElseThrow(() -> RefusedException.of(RefusedException.Kind.FORBIDDEN, NOT_VALID));
        entity.used = now;
        return sessions.begin(new NewSession(
                entity.organizationId,
                entity.email,
                entity.name,
                entity.readOnly ? PersonAccess.READ : PersonAccess.WRITE,
                Session.Origin.LINK,
                address,
                product));
    }

    private void note(String action, SetUpLinkEntity entity, Map<String, ?> after) {
        audit.note(new Change(entity.organizationId, action, entity.id.toString(), entity.email, Map.of(), after));
    }
}
