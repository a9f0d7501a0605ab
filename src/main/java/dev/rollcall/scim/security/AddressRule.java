package dev.rollcall.scim.security;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.domain.DomainName;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which addresses the people of an organization may have: those at its claimed domains and below them. It also notes
/// what was let in from elsewhere. Belongs to one request, which one thread at a time works on.
public final class AddressRule {
    // What stands behind an @ and is no name is at no claimed domain either.
    private static final String NO_NAME = "(no domain name)";

    private final DomainPolicy policy;
    private final Set<String> domains;
    private final Set<String> noted = new TreeSet<>();
    private final @Nullable AddressRule whole;

    private AddressRule(DomainPolicy policy, Set<String> domains, @Nullable AddressRule whole) {
        this.policy = policy;
        this.domains = domains;
        this.whole = whole;
    }

    /// The rule of an organization with this policy and these claimed domains, in A-labels.
    public static AddressRule of(DomainPolicy policy, Set<String> domains) {
        return new AddressRule(policy, domains, null);
    }

    /// Any address is as good as another.
    public static AddressRule none() {
        return of(DomainPolicy.OFF, Set.of());
    }

    /// The same for one part of the request: it notes for itself, and for the whole.
    public AddressRule part() {
        return new AddressRule(policy, domains, this);
    }

    /// Whether any address is as good as another.
    public boolean isOff() {
        return policy == DomainPolicy.OFF;
    }

    /// The domain of the address that is to be refused, in A-labels; empty where it may stay. One that may stay only
    /// because nobody minds is noted.
    public Optional<String> refused(String address) {
        var outside =
                domain(address).filter(name -> domains.stream().noneMatch(claimed -> DomainName.covers(claimed, name)));
        return switch (policy) {
            case OFF -> Optional.empty();
            case FLAG -> {
                outside.ifPresent(this::note);
                yield Optional.empty();
            }
            case ENFORCE -> outside;
        };
    }

    private static Optional<String> domain(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 || at == address.length() - 1
                ? Optional.empty()
                : Optional.of(
                        DomainName.ofAddress(address).map(DomainName::ascii).orElse(NO_NAME));
    }

    private void note(String domain) {
        noted.add(domain);
        if (whole != null) {
            whole.note(domain);
        }
    }

    /// The domains outside of the claimed ones that were let in so far, in order.
    public Set<String> noted() {
        return Collections.unmodifiableSet(noted);
    }
}
