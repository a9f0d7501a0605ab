package dev.rollcall.scim.user.rules;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ConformanceMode;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a User's values, by attribute. They are for values that a request brings: what is stored
/// already is never looked at again, so that an old value cannot block the change of another. Immutable.
public final class UserRules {
    private static final String NAME = "name";

    private final Map<ResolvedAttribute, ValueRule> rules = new LinkedHashMap<>();
    private final ResolvedAttribute formatted;

    /// The rules of a User type; passwords have at least `minPasswordLength` characters.
    public UserRules(ResourceType type, int minPasswordLength) {
        table(minPasswordLength)
                .forEach((attribute, rule) ->
                        AttributePath.parse(attribute).flatMap(type::resolve).ifPresent(path -> rules.put(path, rule)));
        formatted = type.resolve(AttributePath.of(NAME, "formatted")).orElseThrow();
    }

    private static Map<String, ValueRule> table(int minPasswordLength) {
        return Map.of(
                "userName", new PreparedName(),
                "password", new PasswordPolicy(minPasswordLength),
                "profileUrl", new AbsoluteUrl(),
                "photos.value", new AbsoluteUrl(),
                "preferredLanguage", new LanguagePreferences(),
                "locale", new LanguageTag(),
                "timezone", new TimeZoneName(),
                "addresses.country", new CountryCode(),
                "x509Certificates.value", new SingleCertificate());
    }

    /// Checks the values in `after` that are not in `before`, which is null for a new user.
    ///
    /// @throws ScimException `invalidValue` naming the attribute
    public void check(ScimValue.@Nullable Complex before, ScimValue.Complex after, ConformanceMode mode) {
        rules.forEach((path, rule) -> {
            var known = before == null ? Set.<String>of() : texts(path, before).collect(Collectors.toSet());
            texts(path, after)
                    .filter(text -> !known.contains(text))
                    .forEach(text -> rule.refusal(text, mode).ifPresent(refusal -> {
                        throw ScimException.invalidValue(path.toString(), refusal);
                    }));
        });
    }

    /// The attributes `after` a PATCH, without a formatted name that the change of a part made wrong. One that
    /// the request `assigned` stays, whatever it says.
    public ScimValue.Complex settled(
            ScimValue.Complex before, ScimValue.Complex after, Predicate<ResolvedAttribute> assigned) {
        return before.find(NAME) instanceof ScimValue.Complex old
                        && after.find(NAME) instanceof ScimValue.Complex changed
                        && !assigned.test(formatted)
                ? after.with(formatted.whole(), FormattedName.settled(old, changed))
                : after;
    }

    private static Stream<String> texts(ResolvedAttribute path, ScimValue.Complex attributes) {
        var sub = path.subAttribute();
        return switch (attributes.find(path.whole())) {
            case ScimValue.Text(var text) -> Stream.of(text);
            case ScimValue.MultiValued(var elements)
            when sub != null ->
                elements.stream()
                        .map(element -> element instanceof ScimValue.Complex complex ? complex.find(sub.name()) : null)
                        .mapMulti((value, found) -> {
                            if (value instanceof ScimValue.Text(var text)) {
                                found.accept(text);
                            }
                        });
            case null, default -> Stream.empty();
        };
    }
}
