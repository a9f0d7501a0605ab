package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServerTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 53",
        "192.0.2.1:5353, 192.0.2.1, 5353",
        "2001:db8::1, 2001:db8::1, 53",
        "[2001:db8::1], 2001:db8::1, 53",
        "[2001:db8::1]:5353, 2001:db8::1, 5353"
    })
    void isAnAddressWithOrWithoutAPort(String text, String address, int port) {
        assertThat(NameServer.parse(text)).contains(new InetSocketAddress(address, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ns.example.com", "192.0.2.256", "192.0.2.1:0", "192.0.2.1:65536", "[192.0.2.1", ":53"})
    void isNothingElse(String text) {
        assertThat(NameServer.parse(text)).isEmpty();
    }
}
