package dev.rollcall.scim.schema;

import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// URNs of the drafts of SCIM 2.0 and what they became. The drafts had `urn:scim:` before IANA registered
/// `urn:ietf:params:scim:`, one core URN for all types, and messages among the core schemas:
///
/// | draft | registered |
/// |---|---|
/// | `urn:scim:schemas:core:2.0:User` | `urn:ietf:params:scim:schemas:core:2.0:User` |
/// | `urn:scim:schemas:core:2.0` | the core schema of the type |
/// | `urn:scim:schemas:extension:enterprise:2.0:User` | `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User` |
/// | `urn:ietf:params:scim:schemas:core:2.0:PatchOp` | `urn:ietf:params:scim:api:messages:2.0:PatchOp` |
///
/// URNs are compared without regard to case.
public final class DraftUrns {
    private static final String DRAFT = "urn:scim:";
    private static final String REGISTERED = "urn:ietf:params:scim:";
    private static final String CORE = "schemas:core:2.0";
    private static final String MESSAGES = "api:messages:2.0";
    private static final Pattern VERSION_2 = Pattern.compile("urn:scim:.+:2\\.0(?::.*)?", Pattern.DOTALL);

    private DraftUrns() {}

    /// Whether `urn` begins as those of the drafts do, and is of version 2.0.
    public static boolean isDraft(String urn) {
        return VERSION_2.matcher(urn.toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether `urn` is what a draft had for the registered one.
    public static boolean isDraftOf(String urn, String registered) {
        var now = isDraft(urn) ? REGISTERED + urn.substring(DRAFT.length()) : urn;
        return !urn.equalsIgnoreCase(registered)
                && (now.equalsIgnoreCase(registered)
                        || now.equalsIgnoreCase(registered.replace(MESSAGES, CORE))
                        || (isDraft(urn) && isCoreOfAny(now, registered)));
    }

    private static boolean isCoreOfAny(String urn, String registered) {
        return urn.equalsIgnoreCase(REGISTERED + CORE) && registered.startsWith(REGISTERED + CORE + ":");
    }

    /// The extension of a type that is called `name`, by its URI or by what a draft had for it.
    public static Optional<Schema> extension(ResourceType type, String name, Tolerances tolerances) {
        return type.extension(name)
                .or(() -> type.extensions().stream()
                        .map(SchemaExtension::schema)
                        .filter(schema -> isDraftOf(name, schema.id()) && tolerances.forgive(Tolerance.DRAFT_URN))
                        .findFirst());
    }
}
