package dev.rollcall.security.signin;

import dev.rollcall.api.problem.ProblemException;
import dev.rollcall.api.problem.ProblemKind;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.security.session.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the claims of the identity provider say about a person.
@ApplicationScoped
class SignInClaims {
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{C}@]+@[^\\s\\p{C}@]+");
    private static final Pattern UNSHOWN = Pattern.compile("\\p{C}");
    private static final int LONGEST_NAME = 200;

    private final SignInConfig config;
    private final Organizations organizations;

    SignInClaims(SignInConfig config, Organizations organizations) {
        this.config = config;
        this.organizations = organizations;
    }

    /// The person.
    ///
    /// @throws ProblemException without an e-mail that may be believed, or an organization that is known here
    SignedIn person(Map<String, Object> claims) {
        var email = email(claims);
        return new SignedIn(
                email,
                name(claims.get("name"), email),
                organization(claims.get(config.organizationClaim())).id(),
                texts(claims.get(config.roleClaim())).contains(config.adminRole()));
    }

    private static String email(Map<String, Object> claims) {
        if (!(claims.get("email") instanceof String email)
                || email.length() > Person.LONGEST_EMAIL
                || !EMAIL.matcher(email).matches()) {
            throw refusal("The identity provider told no e-mail address of you. Ask its administrator to release the"
                    + " claim 'email'.");
        }
        var verified = claims.get("email_verified");
        if (verified != null && !"true".equals(verified.toString())) {
            throw refusal(
                    "Your e-mail address is not verified. Verify it at the identity provider, then sign in again.");
        }
        return email;
    }

    private static String name(@Nullable Object claim, String email) {
        var text = claim instanceof String name
                ? UNSHOWN.matcher(name).replaceAll(" ").strip()
                : "";
        var name = text.isEmpty() ? email : text;
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private Organization organization(@Nullable Object claim) {
        var told = texts(claim);
        if (told.size() != 1) {
            throw refusal("The identity provider told " + (told.isEmpty() ? "no organization" : "several organizations")
                    + " of you. Ask its administrator for one in the claim '" + config.organizationClaim() + "'.");
        }
        return withId(told.getFirst())
                .or(() -> organizations.named(told.getFirst()))
                .orElseThrow(() -> refusal("Your organization is not known here. Ask the product's support."));
    }

    private Optional<Organization> withId(String text) {
        try {
            return organizations.find(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> List.of(text);
            case Collection<?> several ->
                several.stream()
                        .map(one -> one instanceof JsonString text ? text.getString() : String.valueOf(one))
                        .toList();
            case null, default -> List.of();
        };
    }

    private static ProblemException refusal(String sentence) {
        return new ProblemException(ProblemKind.FORBIDDEN, sentence);
    }
}
