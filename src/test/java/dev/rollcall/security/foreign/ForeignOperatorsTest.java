package dev.rollcall.security.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Caller;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.Proof;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignOperatorsTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T12:00:00Z");

    private final GivenIssuer issuer;
    private final MovedClock clock = new MovedClock();
    private final ForeignOperators operators;

    ForeignOperatorsTest() throws IOException, JoseException {
        issuer = new GivenIssuer();
        operators = new ForeignOperators(settings("org"), clock);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private static final class MovedClock extends Clock {
        private Instant now = BEGINNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        private void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private record Settings(
            Optional<String> issuer,
            Optional<String> jwksUrl,
            Optional<String> audience,
            Duration leeway,
            String scopeClaim,
            Optional<String> organizationClaim)
            implements ForeignOperatorsConfig {}

    private ForeignOperatorsConfig settings(String organizationClaim) {
        return new Settings(
                Optional.of(GivenIssuer.ISSUER),
                Optional.of(issuer.url()),
                Optional.of(GivenIssuer.AUDIENCE),
                Duration.ofMinutes(1),
                "scope",
                Optional.of(organizationClaim));
    }

    private JwtClaims claims() {
        return GivenIssuer.claims(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"rsa, RS256", "rsa, RS512", "rsa, PS256", "ec, ES256"})
    void aTokenOfTheIssuerIsAnOperatorWithTheScopesThatAreKnownHere(String key, String algorithm) throws JoseException {
        var token = GivenIssuer.signed(claims(), issuer.key(key), algorithm);

        assertThat(operators.isIssuerOf(token)).isTrue();
        assertThat(operators.verify(token))
                .isEqualTo(new Proof.Proved(
                        new Caller.Operator(
                                "back-end",
                                "back-end",
                                null,
                                Set.of(OperatorScope.ADMIN_READ, OperatorScope.ADMIN_WRITE)),
                        BEGINNING.plusSeconds(300)));
    }

    @Test
    void scopesCanBeAnArrayAndTheOrganizationAClaim() throws JoseException {
        var organization = UUID.randomUUID();
        var claims = claims();
        claims.setStringListClaim("scope", List.of("admin.read", "profile"));
        claims.setStringClaim("org", organization.toString());
        claims.setStringClaim("client_id", "product");

        assertThat(operators.verify(issuer.signed(claims)))
                .extracting(proof -> ((Proof.Proved) proof).caller())
                .isEqualTo(new Caller.Operator("back-end", "product", organization, Set.of(OperatorScope.ADMIN_READ)));
    }

    @Test
    void withoutAScopeTheTokenAllowsNothing() throws JoseException {
        var claims = claims();
        claims.unsetClaim("scope");

        assertThat(operators.verify(issuer.signed(claims))).isInstanceOfSatisfying(Proof.Proved.class, proved -> {
            assertThat(proved.caller().mayRead()).isFalse();
            assertThat(proved.caller().mayWrite()).isFalse();
        });
    }

    @Test
    void everyBadTokenIsRefusedWithItsReason() throws JoseException {
        assertThat(badTokens())
                .allSatisfy((token, reason) -> assertThat(operators.verify(token))
                        .isInstanceOfSatisfying(
                                Proof.Refused.class,
                                refused -> assertThat(refused.reason()).startsWith(reason)));
    }

    private Map<String, String> badTokens() throws JoseException {
        var elsewhere = claims();
        elsewhere.setAudience("billing");
        var both = claims();
        both.setAudience(GivenIssuer.AUDIENCE, "billing");
        var other = claims();
        other.setIssuer("https://other.example");
        var expired = GivenIssuer.claims(BEGINNING.minusSeconds(400));
        var noId = claims();
        noId.setStringClaim("org", "Example Ltd");
        var nullId = claims();
        nullId.setClaim("org", null);
        var large = claims();
        large.setStringClaim("padding", "x".repeat(100_000));
        var early = claims();
        early.setNotBefore(NumericDate.fromSeconds(BEGINNING.plusSeconds(90).getEpochSecond()));
        return Map.ofEntries(
                Map.entry(issuer.signed(elsewhere), "another audience"),
                Map.entry(issuer.signed(both), "a token that is also for another audience"),
                Map.entry(issuer.signed(other), "another issuer"),
                Map.entry(issuer.signed(expired), "expired"),
                Map.entry(issuer.signed(early), "not valid yet"),
                Map.entry(issuer.signed(noId), "an organization that is no id"),
                Map.entry(issuer.signed(nullId), "an organization that is no id"),
                Map.entry(issuer.signed(large), "a token of 1"),
                Map.entry(issuer.unsigned(claims()), "wrong signature, algorithm or claims"),
                Map.entry(issuer.signedWithThePublicKey(claims()), "wrong signature, algorithm or claims"),
                Map.entry(GivenIssuer.signed(claims(), GivenIssuer.rsa("rsa"), "RS256"), "wrong signature"),
                Map.entry(GivenIssuer.signed(claims(), GivenIssuer.ec("rsa"), "ES256"), "wrong signature"),
                Map.entry(GivenIssuer.signed(claims(), GivenIssuer.rsa("new"), "RS256"), "a key or algorithm"),
                Map.entry("opaque", "malformed"),
                Map.entry("", "malformed"),
                Map.entry("a.b.c", "malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "sub", "aud", "iss"})
    void aTokenWithoutARequiredClaimIsRefused(String claim) throws JoseException {
        var claims = claims();
        claims.unsetClaim(claim);

        assertThat(operators.verify(issuer.signed(claims))).isInstanceOf(Proof.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "60, true", "61, false", "300, false"})
    void aClockMayBeAheadByTheLeeway(long seconds, boolean accepted) throws JoseException {
        var proof = operators.verify(issuer.signed(GivenIssuer.claims(BEGINNING.plusSeconds(seconds))));

        assertThat(proof instanceof Proof.Proved).isEqualTo(accepted);
        if (proof instanceof Proof.Refused refused) {
            assertThat(refused.reason())
                    .isEqualTo("issued " + seconds + " seconds in the future, more than the leeway of 60:"
                            + " the clock of the issuer is ahead, or ours is behind");
        }
    }

    @Test
    void aNewKeyIsFoundAndAnOldOneEnds() throws JoseException {
        var old = issuer.signed(claims());
        assertThat(operators.verify(old)).isInstanceOf(Proof.Proved.class);
        issuer.publish(GivenIssuer.rsa("next"));
        var next = GivenIssuer.signed(claims(), issuer.key("next"), "RS256");

        clock.pass(IssuerKeys.PAUSE);

        assertThat(operators.verify(next)).isInstanceOf(Proof.Proved.class);
        assertThat(operators.verify(old)).isInstanceOf(Proof.Refused.class);
    }

    @Test
    void unknownKeysDoNotMakeTheServiceAskTheIssuerAgainAndAgain() throws JoseException {
        for (var i = 0; i < 20; i++) {
            operators.verify(GivenIssuer.signed(claims(), GivenIssuer.ec("made-up-" + i), "ES256"));
        }

        assertThat(issuer.timesAsked()).isEqualTo(1);
    }

    @Test
    void whileTheIssuerIsAwayNobodyIsRefusedForIt() throws JoseException {
        issuer.answersWith(503);
        var token = issuer.signed(claims());

        assertThat(operators.verify(token)).isInstanceOf(Proof.Unavailable.class);
        assertThat(operators.verify(token)).isInstanceOf(Proof.Unavailable.class);
        assertThat(issuer.timesAsked()).isEqualTo(1);

        issuer.answersWith(200);
        clock.pass(IssuerKeys.PAUSE);
        assertThat(operators.verify(token)).isInstanceOf(Proof.Proved.class);
    }

    @Test
    void keysThatWereReadServeForAWhileThoughTheIssuerIsAway() throws JoseException {
        assertThat(operators.verify(issuer.signed(claims()))).isInstanceOf(Proof.Proved.class);
        issuer.answersWith(500);

        clock.pass(IssuerKeys.REFRESH);
        assertThat(operators.verify(issuer.signed(claims()))).isInstanceOf(Proof.Proved.class);

        clock.pass(IssuerKeys.LONGEST_USE);
        assertThat(operators.verify(issuer.signed(claims()))).isInstanceOf(Proof.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\": 1}", "<html>"})
    void whatIsNoKeySetIsAnIssuerThatIsAway(String body) throws JoseException {
        issuer.publishes(body);

        assertThat(operators.verify(issuer.signed(claims()))).isInstanceOf(Proof.Unavailable.class);
    }

    @Test
    void anEndlessKeySetIsNotRead() throws JoseException {
        issuer.publishes("{\"keys\": [], \"padding\": \"" + "x".repeat(300_000) + "\"}");

        assertThat(operators.verify(issuer.signed(claims()))).isInstanceOf(Proof.Unavailable.class);
    }

    @Test
    void aTokenOfAnotherIssuerIsNotTakenForOneOfThis() throws JoseException {
        var claims = claims();
        claims.setIssuer("rollcall");

        assertThat(operators.isIssuerOf(issuer.signed(claims))).isFalse();
        assertThat(operators.isIssuerOf("opaque")).isFalse();
        assertThat(issuer.timesAsked()).isZero();
    }

    @Test
    void withoutSettingsNoTokenIsAnyones() throws JoseException {
        var none = new ForeignOperators(
                new Settings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        "scope",
                        Optional.empty()),
                clock);

        assertThat(none.isIssuerOf(issuer.signed(claims()))).isFalse();
        assertThat(none.verify(issuer.signed(claims()))).isInstanceOf(Proof.Refused.class);
    }
}
