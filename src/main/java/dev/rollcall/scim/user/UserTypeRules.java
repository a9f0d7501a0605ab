package dev.rollcall.scim.user;

import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.resource.TypeRules;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.user.rules.UserRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What holds for users beyond their schema.
@ApplicationScoped
class UserTypeRules implements TypeRules {
    private final UserRules rules;

    UserTypeRules(SchemaRegistry schemas, PasswordConfig passwords) {
        rules = new UserRules(schemas.resourceType("User").orElseThrow(), passwords.minLength());
    }

    @Override
    public ServerDefaults defaults() {
        return ServerDefaults.USER;
    }

    @Override
    public void check(Writer writer, @Nullable ScimResource before, ScimValue.Complex attributes) {
        UserName.of(attributes);
        var old = before == null ? null : before.attributes();
        rules.check(old, attributes, writer.tolerances());
        UserAddresses.check(writer.addresses(), old, attributes);
    }

    @Override
    public ScimValue.Complex settled(
            ScimValue.Complex before, ScimValue.Complex after, Predicate<ResolvedAttribute> assigned) {
        return rules.settled(before, after, assigned);
    }
}
