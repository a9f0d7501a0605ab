package dev.rollcall.organization.domain;

import com.google.common.net.InternetDomainName;
import dev.rollcall.organization.domain.Label.InvalidLabelException;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A DNS name: as A-labels in small letters, which is how names are compared, and as people read it.
public record DomainName(String ascii, String unicode) {
    private static final int LONGEST = 253;
    private static final Pattern DOTS = Pattern.compile("[.\u3002\uff0e\uff61]");
    private static final Pattern IP_ADDRESS =
            Pattern.compile("\\[?[0-9a-fA-F.]*:[0-9a-fA-F.:]*(%.*)?]?|(.*\\.)?\\d+", Pattern.DOTALL);

    /// The name that an administrator gives.
    ///
    /// @throws RefusedException if it is no name, an IP address, a single label, or a public suffix
    public static DomainName parse(String text) {
        var name = text.strip();
        if (IP_ADDRESS.matcher(name).matches()) {
            throw refused("An IP address cannot be claimed. Give a domain name, such as example.com.");
        }
        try {
            var parsed = labels(name);
            if (parsed.ascii().indexOf('.') < 0) {
                throw refused("A domain name has two labels or more, such as example.com; this one has a single one.");
            }
            if (parsed.isPublicSuffix()) {
                throw refused(parsed.ascii() + " is a public suffix, below which anybody can have a name. Claim your"
                        + " own domain below it.");
            }
            return parsed;
        } catch (InvalidLabelException invalid) {
            throw refused("The domain name " + invalid.getMessage()
                    + ". Give the name alone, such as example.com, without scheme, port, path or wildcard.");
        }
    }

    /// The domain of an e-mail address; empty where the text is no address with a domain.
    public static Optional<DomainName> ofAddress(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(labels(text.substring(at + 1).strip()));
        } catch (InvalidLabelException | RefusedException _) {
            return Optional.empty();
        }
    }

    private static DomainName labels(String name) throws InvalidLabelException {
        if (name.length() > LONGEST + 1) {
            throw tooLong(name.length());
        }
        var lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var texts = new ArrayList<>(List.of(DOTS.split(lower, -1)));
        if (texts.size() > 1 && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        var labels = new ArrayList<Label>();
        for (var label : texts) {
            labels.add(Label.parse(label));
        }
        var ascii = labels.stream().map(Label::ascii).collect(Collectors.joining("."));
        if (ascii.length() > LONGEST) {
            throw tooLong(ascii.length());
        }
        return new DomainName(ascii, labels.stream().map(Label::unicode).collect(Collectors.joining(".")));
    }

    // The list is in letters for some suffixes and in A-labels for others.
    private boolean isPublicSuffix() {
        return isPublicSuffix(ascii) || isPublicSuffix(unicode);
    }

    private static boolean isPublicSuffix(String name) {
        return InternetDomainName.isValid(name) && InternetDomainName.from(name).isPublicSuffix();
    }

    /// A name that was parsed before it was stored, maybe by a runtime that knows other letters.
    static DomainName stored(String ascii) {
        try {
            return labels(ascii);
        } catch (InvalidLabelException _) {
            return new DomainName(ascii, ascii);
        }
    }

    /// Whether this name, in A-labels, is the other one or one above it.
    public static boolean covers(String name, String other) {
        return other.endsWith(name)
                && (other.length() == name.length() || other.charAt(other.length() - name.length() - 1) == '.');
    }

    private static RefusedException tooLong(int length) {
        return refused("A domain name has at most " + LONGEST + " characters; this one has " + length + ".");
    }

    private static RefusedException refused(String sentence) {
        return RefusedException.invalid(List.of(new Violation("name", sentence)));
    }
}
