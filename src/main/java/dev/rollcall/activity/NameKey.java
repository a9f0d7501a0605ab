package dev.rollcall.activity;

import java.text.Normalizer;
import java.util.Locale;

/// By what names are found: without case, the beginning only.
public final class NameKey {
    /// How much of a name is looked at, in characters.
    public static final int LENGTH = 64;

    private NameKey() {}

    /// The key of a name, or of its beginning.
    public static String of(String name) {
        var folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return EntryRows.text(folded, LENGTH);
    }
}
