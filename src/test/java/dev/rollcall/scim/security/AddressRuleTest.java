package dev.rollcall.scim.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.organization.DomainPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final Set<String> DOMAINS = Set.of("example.com", "xn--bcher-kva.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b@example.com",
                "b@EXAMPLE.com",
                "b@mail.example.com",
                "b@bücher.example",
                "b@xn--bcher-kva.example",
                "bjensen",
                "@example.org",
                "b@"
            })
    void takesWhatIsInsideAndWhatIsNoAddress(String address) {
        assertThat(rule(DomainPolicy.ENFORCE).refused(address)).isEmpty();
        var flag = rule(DomainPolicy.FLAG);
        assertThat(flag.refused(address)).isEmpty();
        assertThat(flag.noted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "b@example.org, example.org",
        "b@badexample.com, badexample.com",
        "b@example.com.org, example.com.org",
        "b@com, com",
        "b@exаmple.com, (no domain name)",
        "b@ex ample.com, (no domain name)",
        "b@аррӏе.com, xn--80ak6aa92e.com",
        "\"b@example.com\"@example.org, example.org"
    })
    void refusesOrNotesWhatIsOutside(String address, String domain) {
        assertThat(rule(DomainPolicy.OFF).refused(address)).isEmpty();
        assertThat(rule(DomainPolicy.ENFORCE).refused(address)).contains(domain);
        var flag = rule(DomainPolicy.FLAG);
        assertThat(flag.refused(address)).isEmpty();
        assertThat(flag.noted()).containsExactly(domain);
    }

    @Test
    void aPartNotesForItselfAndForTheWhole() {
        var whole = rule(DomainPolicy.FLAG);
        var first = whole.part();
        var second = whole.part();

        first.refused("b@example.org");

        assertThat(first.noted()).containsExactly("example.org");
        assertThat(second.noted()).isEmpty();
        assertThat(whole.noted()).containsExactly("example.org");
    }

    private static AddressRule rule(DomainPolicy policy) {
        return AddressRule.of(policy, DOMAINS);
    }
}
