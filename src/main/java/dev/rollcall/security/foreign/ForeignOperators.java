package dev.rollcall.security.foreign;

import dev.rollcall.security.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Decides about the tokens of an issuer that the deployer trusts. Its word is all there is: such a token is known
/// nowhere here, and ends by itself only.
@ApplicationScoped
public class ForeignOperators {
    /// Longer ones are not even read.
    static final int LONGEST_TOKEN = 16 * 1024;

    private static final Logger LOG = Logger.getLogger(ForeignOperators.class);

    /// Those with a public key (RFC 7518 §3.1).
    private static final AlgorithmConstraints ASYMMETRIC = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    private final ForeignOperatorsConfig config;
    private final Clock clock;
    private final ForeignClaims claims;
    private final Optional<IssuerKeys> keys;

    ForeignOperators(ForeignOperatorsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.claims = new ForeignClaims(config);
        this.keys = ForeignOperatorsCheck.isComplete(config)
                ? config.jwksUrl().map(url -> new IssuerKeys(url, clock))
                : Optional.empty();
    }

    /// Whether a token says that it is of this issuer. It proves nothing, and waits for nothing.
    public boolean isIssuerOf(String token) {
        if (keys.isEmpty() || token.length() > LONGEST_TOKEN) {
            return false;
        }
        try {
            var unproved = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
            return config.issuer().equals(Optional.ofNullable(unproved.getIssuer()));
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException _) {
            return false;
        }
    }

    /// What a token proves. It never throws, whatever the token. It may ask the issuer for its keys: not for the event
    /// loop.
    public Proof verify(String token) {
        if (keys.isEmpty()) {
            return new Proof.Refused("no foreign issuer is trusted");
        }
        if (token.length() > LONGEST_TOKEN) {
            return new Proof.Refused("a token of " + token.length() + " characters");
        }
        try {
            var signature = signature(token);
            var key = signature == null ? null : key(signature);
            return key == null ? new Proof.Refused("a key or algorithm that the issuer has not") : proof(token, key);
        } catch (IssuerAwayException _) {
            return new Proof.Unavailable();
        } catch (InvalidJwtException invalid) {
            return new Proof.Refused(reason(invalid));
        } catch (JoseException | MalformedClaimException | RuntimeException e) {
            LOG.debug("A token of the foreign issuer cannot be read", e);
            return new Proof.Refused("malformed, or claims of another form");
        }
    }

    private static @Nullable JsonWebSignature signature(String token) throws JoseException {
        return JsonWebStructure.fromCompactSerialization(token) instanceof JsonWebSignature signature
                        && signature.getKeyIdHeaderValue() != null
                ? signature
                : null;
    }

    /// Read before anything is verified, hence used for nothing but to choose one of the issuer's keys.
    private @Nullable PublicJsonWebKey key(JsonWebSignature signature) {
        return keys.orElseThrow()
                .find(signature.getKeyIdHeaderValue())
                .filter(key ->
                        key.getAlgorithm() == null || key.getAlgorithm().equals(signature.getAlgorithmHeaderValue()))
                .orElse(null);
    }

    private Proof proof(String token, PublicJsonWebKey key) throws InvalidJwtException, MalformedClaimException {
        var proved = consumer(key).processToClaims(token);
        var ahead = proved.getIssuedAt().getValue() - clock.instant().getEpochSecond();
        if (ahead > config.leeway().toSeconds()) {
            return new Proof.Refused("issued " + ahead + " seconds in the future, more than the leeway of "
                    + config.leeway().toSeconds() + ": the clock of the issuer is ahead, or ours is behind");
        }
        return hasOnlyOurAudience(proved)
                ? claims.proof(proved)
                : new Proof.Refused("a token that is also for another audience");
    }

    // Whoever else a token is for could use it here.
    private static boolean hasOnlyOurAudience(JwtClaims proved) throws MalformedClaimException {
        return proved.getAudience().size() == 1;
    }

    private JwtConsumer consumer(PublicJsonWebKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key.getPublicKey())
                .setJwsAlgorithmConstraints(ASYMMETRIC)
                .setExpectedIssuer(true, config.issuer().orElseThrow())
                .setExpectedAudience(true, config.audience().orElseThrow())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(Math.toIntExact(config.leeway().toSeconds()))
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "expired";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "not valid yet: the clock of the issuer is ahead, or ours is behind";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "another audience";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "another issuer";
        }
        return "wrong signature, algorithm or claims";
    }
}
