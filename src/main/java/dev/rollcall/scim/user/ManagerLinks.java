package dev.rollcall.scim.user;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.membership.ReferencedType;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ElementColumns;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `manager` of the Enterprise extension (RFC 7643 §4.3): only its `value` is held; `$ref` and `displayName`
/// are those of the user that it names. A value that names none has neither.
@ApplicationScoped
class ManagerLinks {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String VALUE = "value";
    private static final String REFERENCE = "$ref";

    // The text in the document names the user `d`, letter by letter: the attribute is case-exact.
    private static final String LINKED = "(SELECT %s FROM scim_user d WHERE d.organization_id = r.organization_id"
            + " AND d.id = UNHEX(REPLACE(%2$s, '-', '')) AND " + ElementColumns.idText("d.id") + " = %2$s)";

    /// What the row of a manager `d` says of them.
    static final String COLUMNS = "d.id, JSON_VALUE(d.document, '$.displayName')";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM scim_user d WHERE d.organization_id = ?";

    /// The row of the manager of a user `r`. Whether the document names it letter by letter is seen there.
    static final String JOINED = " LEFT JOIN scim_user d ON d.organization_id = r.organization_id AND d.id ="
            + " UNHEX(REPLACE(JSON_VALUE(r.document, '$.\"" + ENTERPRISE + "\".\"manager\".\"value\"'), '-', ''))";

    /// A user who is the manager of another.
    record Manager(UUID id, Optional<String> displayName) {}

    private final ResolvedAttribute manager;
    private final ResolvedAttribute value;
    private final Sql sql;

    ManagerLinks(SchemaRegistry schemas, Sql sql) {
        var type = schemas.resourceType("User").orElseThrow();
        this.manager = path(type);
        this.value = manager.at(manager.attribute().subAttribute(VALUE).orElseThrow());
        this.sql = sql;
    }

    private static ResolvedAttribute path(ResourceType type) {
        return type.resolve(new AttributePath(ENTERPRISE, "manager", null)).orElseThrow();
    }

    /// Where the parts of a manager live.
    static AttributeBindings.Builder bind(AttributeBindings.Builder bindings) {
        var path = ENTERPRISE + ":manager.";
        var text = "JSON_VALUE(r.search_document, '$.\"" + ENTERPRISE + "\".\"manager\".\"value\"')";
        return bindings.indexed(path + VALUE)
                .derived(
                        path + "displayName",
                        _ -> SqlText.of(LINKED.formatted("JSON_VALUE(d.search_document, '$.displayName')", text)))
                .derived(
                        path + REFERENCE,
                        baseUri -> SqlText.of(
                                LINKED.formatted(
                                        "(CONVERT(CONCAT(?, " + ElementColumns.idText("d.id")
                                                + ") USING utf8mb4) COLLATE utf8mb4_nopad_bin)",
                                        text),
                                ReferencedType.USER.locations(baseUri)));
    }

    /// The sub-attribute by which users are found that have a certain manager.
    ResolvedAttribute value() {
        return value;
    }

    /// The attributes without a manager.
    ScimValue.Complex without(ScimValue.Complex attributes) {
        return attributes.with(manager, ScimValue.Null.NULL);
    }

    /// The attributes in the form in which they are held. A reference without a value is read as one, and so is
    /// a reference to somebody else beside the value that was there `before`: PATCH keeps that value where only
    /// `$ref` is sent.
    ScimValue.Complex held(ScimValue.@Nullable Complex before, ScimValue.Complex attributes) {
        if (!(attributes.find(manager) instanceof ScimValue.Complex sent)) {
            return attributes;
        }
        return name(before == null ? null : before.find(value), sent) instanceof ScimValue.Text name
                ? attributes.with(manager, ScimValue.Complex.EMPTY.with(VALUE, name))
                : without(attributes);
    }

    private static @Nullable ScimValue name(@Nullable ScimValue former, ScimValue.Complex sent) {
        var name = sent.find(VALUE);
        if (!(sent.find(REFERENCE) instanceof ScimValue.Text(var reference))) {
            return name;
        }
        var end = reference.substring(reference.lastIndexOf('/') + 1);
        var isOther = name instanceof ScimValue.Text(var text)
                && name.equals(former)
                && !end.isEmpty()
                && !Folding.fold(end).equals(Folding.fold(text));
        return name == null || isOther ? ScimValue.of(end) : name;
    }

    /// Refuses a new manager that is no user, unless that is forgiven. A manager that is one cannot be deleted before
    /// the transaction ends.
    ///
    /// @throws ScimException `invalidValue`
    void check(Writer writer, ScimValue.@Nullable Complex before, ScimValue.Complex attributes) {
        if (!(attributes.find(value) instanceof ScimValue.Text sent)
                || (before != null && sent.equals(before.find(value)))) {
            return;
        }
        var exists = ResourceIds.parse(sent.value())
                .filter(id -> exists(writer.organizationId(), id))
                .isPresent();
        if (!exists && !writer.tolerances().forgive(Tolerance.ABSENT_MANAGER)) {
            throw ScimException.invalidValue(
                    value.toString(),
                    "names " + ScimException.printable(sent.value()) + ", which is no user of the organization");
        }
    }

    private boolean exists(UUID organizationId, UUID id) {
        var query = SqlText.of(
                "SELECT 1 FROM scim_user WHERE id = ? AND organization_id = ? LOCK IN SHARE MODE",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organizationId));
        return !sql.query(query, row -> row.getInt(1)).isEmpty();
    }

    /// Whether an answer has a manager.
    boolean isWanted(Predicate<ResolvedAttribute> wanted) {
        return wanted.test(manager);
    }

    /// The users with what their managers say of themselves: one statement, or none.
    List<ScimResource> shown(
            UUID organizationId, List<ScimResource> users, Predicate<ResolvedAttribute> wanted, String baseUri) {
        var ids = isWanted(wanted)
                ? users.stream().flatMap(user -> id(user).stream()).distinct().toList()
                : List.<UUID>of();
        if (ids.isEmpty()) {
            return users;
        }
        var found = found(organizationId, ids);
        return users.stream()
                .map(user -> id(user).map(found::get)
                        .map(one -> linked(user, one, baseUri))
                        .orElse(user))
                .toList();
    }

    /// The user with what was found beside it of its manager.
    ScimResource shown(
            ScimResource user, Optional<Manager> found, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return found.filter(one ->
                        isWanted(wanted) && id(user).filter(one.id()::equals).isPresent())
                .map(one -> linked(user, one, baseUri))
                .orElse(user);
    }

    private Optional<UUID> id(ScimResource user) {
        return user.attributes().find(value) instanceof ScimValue.Text(var text)
                ? ResourceIds.parse(text)
                : Optional.empty();
    }

    private Map<UUID, Manager> found(UUID organizationId, List<UUID> ids) {
        var list = ResourceIds.padded(ids);
        var query = SqlText.of(SELECT, ResourceIds.bytes(organizationId))
                .within("", " AND d.id IN (" + SqlText.placeholders(list.size()) + ")", list.toArray())
                .prepared();
        return sql.query(query, row -> manager(row, 1)).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Manager::id, Function.identity()));
    }

    /// The one whose columns begin at `first`; empty where there is none.
    static Optional<Manager> manager(ResultSet row, int first) throws SQLException {
        var id = row.getBytes(first);
        return id == null
                ? Optional.empty()
                : Optional.of(new Manager(ResourceIds.fromBytes(id), Optional.ofNullable(row.getString(first + 1))));
    }

    private ScimResource linked(ScimResource user, Manager found, String baseUri) {
        var parts = new LinkedHashMap<String, ScimValue>();
        parts.put(VALUE, ScimValue.of(found.id().toString()));
        parts.put(REFERENCE, ScimValue.of(ReferencedType.USER.locations(baseUri) + found.id()));
        found.displayName().ifPresent(name -> parts.put("displayName", ScimValue.of(name)));
        return user.with(user.attributes().with(manager, new ScimValue.Complex(parts)));
    }
}
