package dev.rollcall.scim.user;

import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.Claim;
import dev.rollcall.scim.resource.Held;
import dev.rollcall.scim.resource.Inserted;
import dev.rollcall.scim.resource.Rows;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.scim.values.ValuesOfType;
import dev.rollcall.sql.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The rows of `scim_user`. The password is only kept as a hash, in a column of its own.
@ApplicationScoped
class UserRows implements Rows {
    private final ResourceTable table;
    private final UserRepository users;
    private final Claims claims;
    private final ResourceRows rows;
    private final ValuesOfType values;
    private final UserLinks links;
    private final Namesakes namesakes;
    private final Reports reports;
    private final Clock clock;

    UserRows(
            SchemaRegistry schemas,
            UserRepository users,
            Claims claims,
            ValueTables tables,
            ResourceRows rows,
            UserLinks links,
            Namesakes namesakes,
            Clock clock) {
        this.table = UserStore.table(schemas);
        this.users = users;
        this.claims = claims;
        this.rows = rows;
        this.values = tables.of(table.type(), table.bindings(), List.of("id", "userName", Passwords.ATTRIBUTE));
        this.links = links;
        this.namesakes = namesakes;
        this.reports = new Reports(table.type(), users, values, links.managers(), clock);
        this.clock = clock;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of("scim_user_user_name", "userName");
    }

    @Override
    public Optional<ScimResource> find(
            UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return links.areWanted(wanted)
                ? links.find(table, organizationId, id, wanted, baseUri)
                : rows.find(table, organizationId, id);
    }

    @Override
    public Optional<Held> ahead(Writer writer, UUID id) {
        try {
            return users.find(writer.organizationId(), id).map(user -> held(writer, user));
        } catch (UnavailableException _) {
            // What holds the row asks again, on another connection.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Held> hold(Writer writer, UUID id) {
        return users.lock(writer.organizationId(), id).map(user -> held(writer, user));
    }

    @Override
    public Claim claim(Writer writer, ScimValue.Complex attributes) {
        return claims.of(writer, attributes, user -> held(writer, user));
    }

    private Held held(Writer writer, UserEntity user) {
        return new HeldUser(
                new HeldUser.Parts(table.type(), users, values, links, namesakes, reports, clock), writer, user);
    }

    @Override
    public Inserted insert(Writer writer, UUID id, ScimValue.Complex attributes) {
        var user = new UserEntity();
        user.begin(writer.organizationId(), id, clock.millis());
        user.passwordHash = Passwords.among(attributes).map(PasswordHash::of).orElse(null);
        namesakes.refuse(user, UserName.of(attributes));
        var held = links.managers().held(null, Passwords.without(values.visible(attributes)));
        user.write(table.type(), held);
        users.insert(user);
        var added = ResourceRows.resource(table.type(), user, held);
        values.add(user.organizationId, added, attributes);
        return new InsertedUser(links.managers(), writer, added);
    }

    private record InsertedUser(ManagerLinks managers, Writer writer, ScimResource resource) implements Inserted {
        @Override
        public void link(List<ElementChange> elements) {
            Inserted.of(resource).link(elements);
            managers.check(writer, null, resource.attributes());
        }
    }
}
