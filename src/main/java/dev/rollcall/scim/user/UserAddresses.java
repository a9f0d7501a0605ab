package dev.rollcall.scim.user;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.AddressRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The addresses of a user by which the organization knows whose person it is: the user name where it is one, the
/// primary e-mail, and those for work.
final class UserAddresses {
    private static final String EMAILS = "emails";
    private static final String USER_NAME = "userName";

    private UserAddresses() {}

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

    private static Stream<Address> of(ScimValue.Complex user) {
        var name = user.find(USER_NAME) instanceof ScimValue.Text(var text)
                ? Stream.of(new Address(USER_NAME, text))
                : Stream.<Address>empty();
        var emails = user.find(EMAILS) instanceof ScimValue.MultiValued(var elements) ? elements : List.<ScimValue>of();
        return Stream.concat(name, emails.stream().flatMap(UserAddresses::ofElement));
    }

    private static Stream<Address> ofElement(ScimValue element) {
        return element instanceof ScimValue.Complex email
                        && isOfTheOrganization(email)
                        && email.find("value") instanceof ScimValue.Text(var text)
                ? Stream.of(new Address(EMAILS, text))
                : Stream.empty();
    }

    private static boolean isOfTheOrganization(ScimValue.Complex email) {
        return (email.find("primary") instanceof ScimValue.Bool(var isPrimary) && isPrimary)
                || (email.find("type") instanceof ScimValue.Text(var type) && type.equalsIgnoreCase("work"));
    }
}
