package dev.rollcall.scim.user;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.AddressRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The addresses of a user by which the organization knows whose person it is: the user name where it is one, the
/// primary e-mail, and those for work.
public final class UserAddresses {
    private static final String EMAILS = "emails";
    private static final String USER_NAME = "userName";

    private UserAddresses() {}

    // More than that are nobody's to tell a person by.
    private static final int MOST_KEYS = 4;
    private static final int LONGEST_KEY = 512;

    private record Address(String attribute, String text) {}

    /// Refuses addresses that the organization does not take. One that the user had `before` is not asked again, so
    /// that
    /// a person from before the rule can still be disabled.
    ///
    /// @throws ScimException `invalidValue`
    static void check(AddressRule rule, ScimValue.@Nullable Complex before, ScimValue.Complex after) {
        if (rule.isOff()) {
            return;
        }
        var known = before == null
                ? Set.<String>of()
                : of(before).map(Address::text).collect(Collectors.toSet());
        of(after)
                .filter(address -> !known.contains(address.text()))
                .forEach(address -> rule.refused(address.text()).ifPresent(domain -> {
                    throw ScimException.invalidValue(
                            address.attribute(),
                            "is an address at " + domain + ", which is not among the domains that the organization has"
                                    + " claimed, and its domain policy refuses others. Claim " + domain
                                    + " under Access in the service, or have an org admin change the policy there");
                }));
    }

    /// The address by which the person signs in: the user name where it is one, else the primary e-mail, else the one
    /// for work; empty where there is none.
    public static Optional<String> account(ScimValue.Complex user) {
        return byRank(user).findFirst();
    }

    /// What all of them are compared by, that of the account first.
    static List<String> keys(ScimValue.Complex user) {
        return byRank(user)
                .map(UserAddresses::key)
                .filter(key -> key.length() <= LONGEST_KEY)
                .distinct()
                .limit(MOST_KEYS)
                .toList();
    }

    /// What an address is compared by.
    public static String key(String address) {
        return Folding.fold(address);
    }

    private static Stream<String> byRank(ScimValue.Complex user) {
        var name = user.find(USER_NAME) instanceof ScimValue.Text(var text) ? Stream.of(text) : Stream.<String>empty();
        var emails = emails(user);
        var ranked = Stream.concat(
                emails.stream().filter(UserAddresses::isPrimary),
                emails.stream().filter(UserAddresses::isForWork));
        return Stream.concat(name, ranked.map(email -> email.find("value")).flatMap(UserAddresses::text))
                .filter(UserAddresses::isAddress);
    }

    private static Stream<String> text(@Nullable ScimValue value) {
        return value instanceof ScimValue.Text(var text) ? Stream.of(text) : Stream.empty();
    }

    private static boolean isAddress(String text) {
        var at = text.lastIndexOf('@');
        return at > 0 && at < text.length() - 1;
    }

    private static List<ScimValue.Complex> emails(ScimValue.Complex user) {
        var elements = user.find(EMAILS) instanceof ScimValue.MultiValued(var values) ? values : List.<ScimValue>of();
        return elements.stream()
                .filter(ScimValue.Complex.class::isInstance)
                .map(ScimValue.Complex.class::cast)
                .toList();
    }

    private static Stream<Address> of(ScimValue.Complex user) {
        var name = user.find(USER_NAME) instanceof ScimValue.Text(var text)
                ? Stream.of(new Address(USER_NAME, text))
                : Stream.<Address>empty();
        return Stream.concat(name, emails(user).stream().flatMap(UserAddresses::ofElement));
    }

    private static Stream<Address> ofElement(ScimValue.Complex email) {
        return isOfTheOrganization(email) && email.find("value") instanceof ScimValue.Text(var text)
                ? Stream.of(new Address(EMAILS, text))
                : Stream.empty();
    }

    private static boolean isOfTheOrganization(ScimValue.Complex email) {
        return isPrimary(email) || isForWork(email);
    }

    private static boolean isPrimary(ScimValue.Complex email) {
        return email.find("primary") instanceof ScimValue.Bool(var isPrimary) && isPrimary;
    }

    private static boolean isForWork(ScimValue.Complex email) {
        return email.find("type") instanceof ScimValue.Text(var type) && type.equalsIgnoreCase("work");
    }
}
