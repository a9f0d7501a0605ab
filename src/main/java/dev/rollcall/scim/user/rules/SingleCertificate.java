package dev.rollcall.scim.user.rules;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// One X.509 certificate in DER and base64, with nothing after it (RFC 7643 §4.1.2).
final class SingleCertificate implements ValueRule {
    // DER of a certificate begins with a SEQUENCE; anything else would be tried as PEM or PKCS #7.
    private static final byte SEQUENCE = 0x30;

    @Override
    public Optional<String> refusal(String text) {
        return isCertificate(text)
                ? Optional.empty()
                : Optional.of("is not exactly one certificate: send the base64 of its DER form,"
                        + " and each certificate of a chain as a value of its own");
    }

    private static boolean isCertificate(String text) {
        try {
            var der = Base64.getDecoder().decode(text);
            return der.length > 0
                    && der[0] == SEQUENCE
                    && Arrays.equals(
                            der,
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der))
                                    .getEncoded());
        } catch (CertificateException | IllegalArgumentException _) {
            return false;
        }
    }
}
