package dev.rollcall.scim.user.rules;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a User's values, by attribute. They are for values that a request brings: what is stored
/// already is never looked at again, so that an old value cannot block the change of another. Immutable.
public final class UserRules {
    private static final String NAME = "name";
    private static final ValueRule NAMES = new PreparedName();

    private final List<Held> rules;
    private final ResolvedAttribute formatted;

    /// The rules of a User type; passwords have at least `minPasswordLength` characters.
    public UserRules(ResourceType type, int minPasswordLength) {
        rules = table(minPasswordLength)
                .map(row -> new Held(
                        AttributePath.parse(row.attribute())
                                .flatMap(type::resolve)
                                .orElseThrow(() -> new IllegalStateException("no attribute " + row.attribute())),
                        row.rule(),
                        row.tolerance()))
                .toList();
        formatted = type.resolve(AttributePath.of(NAME, "formatted")).orElseThrow();
    }

    // What no tolerance forgives is asked first.
    private static Stream<Row> table(int minPasswordLength) {
        return Stream.of(
                new Row("userName", new VisibleName(), null),
                new Row("userName", NAMES, Tolerance.USER_NAME),
                new Row("password", new SomePassword(), null),
                new Row("password", new PasswordPolicy(minPasswordLength), Tolerance.PASSWORD),
                new Row("profileUrl", new NoScript(), null),
                new Row("profileUrl", new AbsoluteUrl(), Tolerance.URL),
                new Row("photos.value", new NoScript(), null),
                new Row("photos.value", new AbsoluteUrl(), Tolerance.URL),
                new Row("preferredLanguage", new LanguagePreferences(), Tolerance.PREFERRED_LANGUAGE),
                new Row("locale", new LanguageTag(), Tolerance.LOCALE),
                new Row("timezone", new TimeZoneName(), Tolerance.TIME_ZONE),
                new Row("addresses.country", new CountryCode(), Tolerance.COUNTRY),
                new Row("x509Certificates.value", new SingleCertificate(), Tolerance.BINARY));
    }

    /// Whether a user name follows RFC 8265.
    public static boolean isPrepared(String userName) {
        return NAMES.refusal(userName).isEmpty();
    }

    /// @param tolerance what forgives a refusal; null where nothing does
    private record Row(
            String attribute, ValueRule rule, @Nullable Tolerance tolerance) {}

    private record Held(
            ResolvedAttribute path,
            ValueRule rule,
            @Nullable Tolerance tolerance) {
        boolean isForgiven(Tolerances tolerances) {
            return tolerance != null && tolerances.forgive(tolerance);
        }
    }

    /// Checks the values in `after` that are not in `before`, which is null for a new user.
    ///
    /// @throws ScimException `invalidValue` naming the attribute
    public void check(ScimValue.@Nullable Complex before, ScimValue.Complex after, Tolerances tolerances) {
        for (var held : rules) {
            var path = held.path();
            var known = before == null ? Set.<String>of() : texts(path, before).collect(Collectors.toSet());
            texts(path, after)
                    .filter(text -> !known.contains(text))
                    .forEach(text -> held.rule()
                            .refusal(text)
                            .filter(_ -> !held.isForgiven(tolerances))
                            .ifPresent(refusal -> {
                                throw ScimException.invalidValue(path.toString(), refusal);
                            }));
        }
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
