package dev.rollcall.scim.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal in the words of RFC 7644 §3.12. The detail is read by whoever runs the identity provider: it names
/// the attribute, path or operator and says what to change, and never holds a secret, a whole body or an
/// internal name.
public final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable ScimType scimType;

    private ScimException(int status, @Nullable ScimType scimType, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
    }

    /// A refusal by keyword; the status is the keyword's own.
    public static ScimException of(ScimType scimType, String detail) {
        return new ScimException(scimType.status(), scimType, detail);
    }

    /// A refusal that has no keyword in RFC 7644 Table 9.
    public static ScimException status(int status, String detail) {
        return new ScimException(status, null, detail);
    }

    /// The filter cannot be understood from `position` on, counted in characters from 0.
    public static ScimException invalidFilter(int position, String why) {
        return of(ScimType.INVALID_FILTER, "Filter, at character " + (position + 1) + ": " + why);
    }

    /// The filter is well formed, yet asks for something the schema does not allow.
    public static ScimException invalidFilter(String why) {
        return of(ScimType.INVALID_FILTER, why);
    }

    /// The structure of the body is not that of the expected message or resource.
    public static ScimException invalidSyntax(String why) {
        return of(ScimType.INVALID_SYNTAX, why);
    }

    /// A required value is missing, or a value does not fit the attribute at `attribute`.
    public static ScimException invalidValue(String attribute, String why) {
        return of(ScimType.INVALID_VALUE, "Attribute '" + attribute + "' " + why);
    }

    /// A PATCH path is malformed or names nothing in the schema.
    public static ScimException invalidPath(String path, String why) {
        return of(ScimType.INVALID_PATH, "Path '" + path + "': " + why);
    }

    /// A PATCH path yields nothing to operate on.
    public static ScimException noTarget(String why) {
        return of(ScimType.NO_TARGET, why);
    }

    /// The change conflicts with the mutability of `attribute`.
    public static ScimException mutability(String attribute, String why) {
        return of(ScimType.MUTABILITY, "Attribute '" + attribute + "' " + why);
    }

    /// Another resource of the organization holds the same value of `attribute`.
    public static ScimException uniqueness(String attribute) {
        return of(
                ScimType.UNIQUENESS,
                "Another resource already has this value of '" + attribute
                        + "'. Use the existing resource, or send another value.");
    }

    /// There is no such resource in the organization.
    public static ScimException notFound(String resourceType, String id) {
        return status(404, resourceType + " " + printable(id) + " not found");
    }

    /// The condition of an `If-Match` or `If-None-Match` header does not hold (RFC 7644 §3.14).
    public static ScimException preconditionFailed() {
        return status(
                412,
                "The resource is not of the version that If-Match or If-None-Match asks for. Read it again and retry.");
    }

    /// The service cannot do it now; the same request may succeed in a moment. Answered with `Retry-After`.
    public static ScimException unavailable(String why) {
        return status(503, why + ": try again in a moment.");
    }

    /// The HTTP status of the answer.
    public int status() {
        return status;
    }

    /// The keyword of the answer, where RFC 7644 Table 9 has one.
    public Optional<ScimType> scimType() {
        return Optional.ofNullable(scimType);
    }

    /// What to change, for the reader of the identity provider's log.
    public String detail() {
        return String.valueOf(getMessage());
    }

    /// A client's text, cut and cleaned so that it can stand in a message.
    public static String printable(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return clean.length() <= 60 ? clean : clean.substring(0, 57) + "...";
    }
}
