package dev.rollcall.scim.user;

import dev.rollcall.scim.resource.Change;
import dev.rollcall.scim.resource.HeldRow;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.values.ValuesOfType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// A user that is being changed.
final class HeldUser extends HeldRow<UserEntity> {
    private final Parts parts;
    private final Writer writer;

    HeldUser(Parts parts, Writer writer, UserEntity user) {
        super(parts.type(), parts.values(), parts.clock(), user);
        this.parts = parts;
        this.writer = writer;
    }

    /// What every user that is held is written with.
    record Parts(
            ResourceType type,
            UserRepository users,
            ValuesOfType values,
            UserLinks links,
            Namesakes namesakes,
            Reports reports,
            Clock clock) {}

    @Override
    protected ScimValue.Complex visible(ScimValue.Complex attributes) {
        return parts.links().managers().held(resource().attributes(), Passwords.without(super.visible(attributes)));
    }

    @Override
    protected void write(UserEntity user, ScimValue.Complex visible) {
        parts.namesakes().refuse(user, UserName.of(visible));
        parts.links().managers().check(writer, resource().attributes(), visible);
        super.write(user, visible);
    }

    @Override
    protected boolean changeSecrets(UserEntity user, Change change) {
        var hasOther = super.changeSecrets(user, change);
        return changePassword(user, change) || hasOther;
    }

    private static boolean changePassword(UserEntity user, Change change) {
        var sent = Passwords.among(change.attributes());
        var isLost = user.passwordHash != null && Passwords.isIn(change.unassigned());
        var isNew =
                sent.isPresent() && (user.passwordHash == null || !PasswordHash.matches(sent.get(), user.passwordHash));
        if (isNew) {
            user.passwordHash = PasswordHash.of(sent.get());
        } else if (isLost) {
            user.passwordHash = null;
        }
        return isNew || isLost;
    }

    @Override
    protected void save(UserEntity user) {
        parts.users().update(user);
    }

    @Override
    protected void delete(UserEntity user) {
        parts.users().delete(user);
    }

    @Override
    protected List<ScimResource> leave(UserEntity user) {
        var changed = new ArrayList<>(parts.links().leaveGroups(user.organizationId, user.id));
        changed.addAll(parts.reports().losing(user.organizationId, user.id));
        return changed;
    }
}
