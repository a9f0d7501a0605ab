package dev.rollcall.scim.user;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.persistence.ValueIndex;
import dev.rollcall.scim.resource.Change;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.StoredResource;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.user.rules.UserRules;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.scim.values.ValuesOfType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps users in `scim_user`: one row each, with the whole body in one document. The password is only kept as
/// a hash, in a column of its own.
@ApplicationScoped
public class UserStore implements ResourceStore {
    private static final String TABLE = "scim_user";
    private static final String PASSWORD = "password";
    private static final int BATCH = 500;

    private final ResourceType type;
    private final ResolvedAttribute passwordPath;
    private final UserRules rules;
    private final AttributeBindings bindings;
    private final UserRepository users;
    private final DormantUsers dormant;
    private final Namesakes namesakes;
    private final ValuesOfType values;
    private final ValueIndex index;
    private final ResourceRows rows;
    private final UserLinks links;
    private final Clock clock;

    UserStore(
            SchemaRegistry schemas,
            PasswordConfig passwords,
            UserRepository users,
            DormantUsers dormant,
            Namesakes namesakes,
            ValueTables values,
            ValueIndex index,
            ResourceRows rows,
            UserLinks links,
            Clock clock) {
        this.type = schemas.resourceType("User").orElseThrow();
        this.passwordPath = type.resolve(AttributePath.of(PASSWORD)).orElseThrow();
        this.rules = new UserRules(type, passwords.minLength());
        this.bindings = bindings(type);
        this.values = values.of(type, bindings, List.of("id", "userName", PASSWORD));
        this.links = links;
        this.users = users;
        this.dormant = dormant;
        this.namesakes = namesakes;
        this.index = index;
        this.rows = rows;
        this.clock = clock;
    }

    /// Where the attributes of a user live.
    static AttributeBindings bindings(ResourceType type) {
        return UserLinks.bind(AttributeBindings.of(type)
                        .keyColumn("userName", "user_name_key", "scim_user_user_name")
                        .lookUpColumn("externalId", "external_id")
                        .lookUpColumn("displayName", "display_name_key")
                        .indexed("emails.value"))
                .build();
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public ResourceTable table() {
        return ResourceTable.of(type, TABLE, bindings);
    }

    @Override
    public ServerDefaults defaults() {
        return ServerDefaults.USER;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of("scim_user_user_name", "userName");
    }

    @Override
    public void check(ProvisioningClient client, @Nullable ScimResource before, ScimValue.Complex attributes) {
        UserName.of(attributes);
        rules.check(before == null ? null : before.attributes(), attributes, client.tolerances());
    }

    @Override
    public ScimValue.Complex settled(
            ScimValue.Complex before, ScimValue.Complex after, Predicate<ResolvedAttribute> assigned) {
        return rules.settled(before, after, assigned);
    }

    @Override
    public Optional<ScimResource> find(UUID organizationId, UUID id) {
        return rows.find(type, TABLE, organizationId, id);
    }

    @Override
    public Optional<ScimResource> findWithDerived(
            UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        if (!wanted.test(links.groups())) {
            return ResourceStore.super.findWithDerived(organizationId, id, wanted, baseUri);
        }
        return links.findWithGroups(type, TABLE, organizationId, id, baseUri)
                .map(user -> links.managers()
                        .shown(organizationId, List.of(user), wanted, baseUri)
                        .getFirst());
    }

    @Override
    public List<ScimResource> withDerived(
            UUID organizationId, List<ScimResource> resources, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return links.shown(organizationId, resources, wanted, baseUri);
    }

    @Override
    public Optional<StoredResource> findForChange(ProvisioningClient client, UUID id) {
        return users.lock(client.organizationId(), id).map(user -> new StoredUser(client, user));
    }

    @Override
    public Optional<StoredResource> findDormant(ProvisioningClient client, ScimValue.Complex attributes) {
        var externalId = attributes.find("externalId") instanceof ScimValue.Text(var text) ? text : null;
        return dormant.find(client.organizationId(), UserName.of(attributes).key(), externalId)
                .flatMap(id -> users.find(client.organizationId(), id))
                // It may have come back a moment ago.
                .filter(user -> Boolean.FALSE.equals(user.active))
                .map(user -> new StoredUser(client, user));
    }

    @Override
    public StoredResource insert(ProvisioningClient client, UUID id, ScimValue.Complex attributes) {
        var user = new UserEntity();
        user.id = id;
        user.organizationId = client.organizationId();
        user.version = 1;
        user.created = clock.millis();
        user.lastModified = user.created;
        user.passwordHash = password(attributes).map(PasswordHash::of).orElse(null);
        namesakes.refuse(user, UserName.of(attributes));
        var held = links.managers().held(null, visible(attributes));
        write(user, held);
        users.insert(user);
        var created = new AddedUser(client, ResourceRows.resource(type, user, held));
        values.update(user.organizationId, null, created.resource());
        values.updateSecrets(user.organizationId, user.id, attributes);
        return created;
    }

    /// Takes a manager who is gone from everybody who had that one.
    private List<ScimResource> withoutManager(UUID organizationId, UUID id) {
        var reports = index.find(organizationId, links.managers().value(), id.toString());
        var changed = new ArrayList<ScimResource>();
        for (var from = 0; from < reports.size(); from += BATCH) {
            var batch = reports.subList(from, Math.min(from + BATCH, reports.size()));
            var found = users.find(organizationId, batch);
            var before = found.stream()
                    .map(user -> ResourceRows.resource(type, user))
                    .toList();
            for (var i = 0; i < found.size(); i++) {
                var user = found.get(i);
                user.lastModified = Math.max(clock.millis(), user.lastModified + 1);
                write(user, links.managers().without(before.get(i).attributes()));
            }
            users.flush();
            for (var i = 0; i < found.size(); i++) {
                var after = ResourceRows.resource(type, found.get(i));
                values.update(organizationId, before.get(i), after);
                changed.add(after);
            }
        }
        return changed;
    }

    private void write(UserEntity user, ScimValue.Complex attributes) {
        var userName = UserName.of(attributes);
        user.userName = userName.text();
        user.userNameKey = userName.key();
        user.active = attributes.find("active") instanceof ScimValue.Bool(var active) ? active : null;
        user.write(type, attributes);
    }

    private ScimValue.Complex visible(ScimValue.Complex attributes) {
        return values.visible(attributes.without(PASSWORD));
    }

    private static Optional<String> password(ScimValue.Complex attributes) {
        return attributes.find(PASSWORD) instanceof ScimValue.Text(var password)
                ? Optional.of(password)
                : Optional.empty();
    }

    /// A user that was just added, and has nothing left to be changed in the same transaction.
    private final class AddedUser implements StoredResource {
        private final ProvisioningClient client;
        private final ScimResource user;

        private AddedUser(ProvisioningClient client, ScimResource user) {
            this.client = client;
            this.user = user;
        }

        @Override
        public ScimResource resource() {
            return user;
        }

        @Override
        public void link(List<ElementChange> elements) {
            StoredResource.super.link(elements);
            links.managers().check(client, null, user.attributes());
        }

        @Override
        public ScimResource change(Change change) {
            throw new IllegalStateException("a user who was just added is not changed");
        }

        @Override
        public List<ScimResource> delete() {
            throw new IllegalStateException("a user who was just added is not deleted");
        }
    }

    /// A user that is being changed.
    private final class StoredUser implements StoredResource {
        private final ProvisioningClient client;
        private final UserEntity user;
        private final ScimResource before;

        private StoredUser(ProvisioningClient client, UserEntity user) {
            this.client = client;
            this.user = user;
            this.before = ResourceRows.resource(type, user);
        }

        @Override
        public ScimResource resource() {
            return before;
        }

        @Override
        public ScimResource change(Change change) {
            var attributes = change.attributes();
            var visible = links.managers().held(before.attributes(), visible(attributes));
            var password = password(attributes).filter(given -> !isPresent(given));
            var hasNewSecrets = values.updateSecrets(user.organizationId, user.id, attributes);
            var hasLostSecrets = unassign(change.unassigned());
            var hasOtherSecrets = password.isPresent() || hasNewSecrets || hasLostSecrets;
            if (!hasOtherSecrets && visible.equals(before.attributes())) {
                return before;
            }
            namesakes.refuse(user, UserName.of(attributes));
            links.managers().check(client, before.attributes(), visible);
            password.ifPresent(given -> user.passwordHash = PasswordHash.of(given));
            user.lastModified = Math.max(clock.millis(), user.lastModified + 1);
            write(user, visible);
            users.flush();
            var after = ResourceRows.resource(type, user, visible);
            values.update(user.organizationId, before, after);
            return after;
        }

        /// Takes the write-only values of these attributes away; the answer is whether there was one.
        private boolean unassign(Set<ResolvedAttribute> writeOnly) {
            var hadPassword = user.passwordHash != null && writeOnly.contains(passwordPath);
            if (hadPassword) {
                user.passwordHash = null;
            }
            return values.removeSecrets(user.organizationId, user.id, writeOnly) || hadPassword;
        }

        private boolean isPresent(String password) {
            return user.passwordHash != null && PasswordHash.matches(password, user.passwordHash);
        }

        @Override
        public List<ScimResource> delete() {
            values.remove(user.organizationId, user.id);
            users.delete(user);
            users.flush();
            var changed = new ArrayList<>(links.leaveGroups(user.organizationId, user.id));
            changed.addAll(withoutManager(user.organizationId, user.id));
            return changed;
        }
    }
}
