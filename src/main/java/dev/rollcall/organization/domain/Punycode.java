package dev.rollcall.organization.domain;

import java.util.Optional;

/// Between the letters of a label and their ASCII form (RFC 3492). The platform's own {@link java.net.IDN} knows the
/// letters of Unicode 3.2 only, and takes one name for another, such as `ss` for the letter that looks like a beta.
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_LETTER = 0x80;
    private static final int LETTERS = 26;
    // Far more than a label can hold, and far from an overflow.
    private static final int LONGEST = 253;

    private Punycode() {}

    /// The ASCII form, without `xn--`; empty where the label is too long to be one.
    static Optional<String> encode(String label) {
        var letters = label.codePoints().toArray();
        if (letters.length > LONGEST) {
            return Optional.empty();
        }
        var out = new StringBuilder();
        label.codePoints().filter(letter -> letter < FIRST_LETTER).forEach(out::appendCodePoint);
        var basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        var state = new Deltas();
        for (var handled = basic; handled < letters.length; state.next++) {
            var next = least(letters, state.next);
            state.delta += (next - state.next) * (handled + 1);
            state.next = next;
            for (var letter : letters) {
                if (letter < next) {
                    state.delta++;
                } else if (letter == next) {
                    state.write(out, handled + 1, handled == basic);
                    handled++;
                }
            }
            state.delta++;
        }
        return Optional.of(out.toString());
    }

    private static int least(int[] letters, int from) {
        var least = Integer.MAX_VALUE;
        for (var letter : letters) {
            if (letter >= from) {
                least = Math.min(least, letter);
            }
        }
        return least;
    }

    /// The letters of an ASCII form without `xn--`; empty where it is none.
    static Optional<String> decode(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var hyphen = text.lastIndexOf('-');
        var out = new StringBuilder(Math.max(hyphen, 0) == 0 ? "" : text.substring(0, hyphen));
        var letter = (long) FIRST_LETTER;
        var bias = FIRST_BIAS;
        var place = 0L;
        for (var at = hyphen > 0 ? hyphen + 1 : 0; at < text.length(); ) {
            var before = place;
            var weight = 1L;
            for (var k = BASE; ; k += BASE) {
                var digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                if (digit < 0 || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                place += digit * weight;
                var threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            var count = out.codePointCount(0, out.length()) + 1;
            if (place > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            bias = adapted((int) (place - before), count, before == 0);
            letter += place / count;
            place %= count;
            if (letter > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) place), Character.toString((int) letter));
            place++;
        }
        return Optional.of(out.toString());
    }

    private static final class Deltas {
        private int next = FIRST_LETTER;
        private int delta;
        private int bias = FIRST_BIAS;

        private void write(StringBuilder out, int count, boolean isFirst) {
            var rest = delta;
            for (var k = BASE; ; k += BASE) {
                var threshold = threshold(k, bias);
                if (rest < threshold) {
                    break;
                }
                out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
                rest = (rest - threshold) / (BASE - threshold);
            }
            out.append(digit(rest));
            bias = adapted(delta, count, isFirst);
            delta = 0;
        }
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapted(int delta, int count, boolean isFirst) {
        var rest = isFirst ? delta / DAMP : delta / 2;
        rest += rest / count;
        var k = 0;
        for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
            rest /= BASE - T_MIN;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < LETTERS ? 'a' + value : '0' + value - LETTERS);
    }

    private static int digit(char digit) {
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a';
        }
        return digit >= '0' && digit <= '9' ? digit - '0' + LETTERS : -1;
    }
}
